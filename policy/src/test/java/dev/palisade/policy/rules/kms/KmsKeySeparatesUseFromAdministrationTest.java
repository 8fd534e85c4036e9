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

class KmsKeySeparatesUseFromAdministrationTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KmsKeySeparatesUseFromAdministration();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("administration alone", stack(key("'Action':['kms:PutKeyPolicy','kms:ScheduleKeyDeletion']"))),
                passes(
                        "use through a service",
                        stack(
                                key(
                                        "'Action':'kms:Decrypt','Condition':{'StringEquals':{'kms:ViaService':'ecr.eu-central-1.amazonaws.com'}}"))),
                fails("everything", stack(key("'Action':'kms:*'")), "kms:Decrypt"),
                fails("decryption", stack(key("'Action':'kms:Decrypt'")), "kms:Decrypt"),
                fails("encryption under another key", stack(key("'Action':'kms:Re*'")), "kms:ReEncryptFrom"),
                fails(
                        "use through any service",
                        stack(key("'Action':'kms:CreateGrant','Condition':{'StringLike':{'kms:ViaService':'*'}}")),
                        "kms:CreateGrant"),
                unknown(
                        "a document from outputs",
                        stack(resource(Keys.KEY, "data").unknown("policy"))),
                notApplicable("a key without a policy", stack(resource(Keys.KEY, "data"))));
    }

    private static ResourceBuilder key(String elements) {
        return resource(Keys.KEY, "data")
                .set(
                        "policy",
                        document(
                                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Resource':'*',"
                                        + elements + "}"));
    }
}
