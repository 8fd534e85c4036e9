package dev.palisade.policy.rules.kms;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.PolicyJson.document;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class KmsKeyPolicyIsNarrowTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeyPolicyIsNarrow();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "the account and a service of it",
                        stack(
                                key(
                                        ROOT,
                                        "{'Effect':'Allow','Principal':{'Service':'logs.eu-central-1.amazonaws.com'},'Action':'kms:Decrypt','Resource':'*','Condition':{'ArnLike':{'kms:EncryptionContext:aws:logs:arn':'arn:aws:logs:eu-central-1:111122223333:log-group:*'}}}"))),
                passes(
                        "a policy beside the key",
                        stack(
                                KEY,
                                resource(KmsKeyPolicyIsNarrow.POLICY, "p")
                                        .refer("keyId", KEY)
                                        .set("policy", document(ROOT)))),
                fails("no policy", stack(KEY), "no policy of its own"),
                fails(
                        "everybody",
                        stack(key("{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*'}")),
                        "every principal"),
                fails(
                        "everybody of the account, by a condition",
                        stack(
                                key(
                                        "{'Effect':'Allow','Principal':'*','Action':'kms:Decrypt','Resource':'*','Condition':{'StringEquals':{'kms:CallerAccount':'111122223333'}}}")),
                        "every principal"),
                fails("every action for the account", stack(key(ROOT.replace("kms:Put*", "kms:*"))), "every action"),
                fails(
                        "everybody through a service",
                        stack(
                                key(
                                        "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'kms:*','Resource':'*','Condition':{'StringLike':{'kms:CallerAccount':'*'}}}")),
                        "every principal"),
                fails(
                        "every action for a role",
                        stack(
                                key(
                                        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:role/api'},'Action':'kms:*','Resource':'*'}")),
                        "every action"),
                fails(
                        "a service for any account",
                        stack(
                                key(
                                        "{'Effect':'Allow','Principal':{'Service':'logs.eu-central-1.amazonaws.com'},'Action':'kms:Decrypt','Resource':'*'}")),
                        "for any account"),
                fails(
                        "a service as administrator",
                        stack(
                                key(
                                        "{'Effect':'Allow','Principal':{'Service':'sns.amazonaws.com'},'Action':'kms:Put*','Resource':'*','Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}}")),
                        "administer"),
                fails(
                        "everybody but one",
                        stack(
                                key(
                                        "{'Effect':'Allow','NotPrincipal':{'AWS':'111122223333'},'Action':'kms:Decrypt','Resource':'*'}")),
                        "NotPrincipal"),
                fails("no JSON", stack(resource(Keys.KEY, "data").set("policy", "nonsense")), "not JSON"),
                unknown(
                        "a document from outputs",
                        stack(resource(Keys.KEY, "data").unknown("policy"))),
                notApplicable("no key", stack()));
    }

    private static final ResourceBuilder KEY = resource(Keys.KEY, "data");
    private static final String ROOT =
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:Put*','Resource':'*'}";

    private static ResourceBuilder key(String... statements) {
        return resource(Keys.KEY, "data").set("policy", document(statements));
    }
}
