package dev.palisade.policy.rules.secrets;

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

class SecretPolicyIsNarrowTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretPolicyIsNarrow();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a role", stack(SECRET, policy("{'AWS':'arn:aws:iam::111122223333:role/api'}"))),
                fails("a secret without a policy", stack(SECRET), "no policy"),
                fails(
                        "a policy of another secret",
                        stack(policy("{'AWS':'arn:aws:iam::111122223333:role/api'}")),
                        "another stack"),
                fails("no document", stack(SECRET, policy("'*'").unset("policy")), "without a document"),
                fails(
                        "everybody is locked out",
                        stack(
                                SECRET,
                                policy("'*'")
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}"))),
                        "locks everybody out"),
                fails("everybody", stack(SECRET, policy("'*'")), "every principal"),
                fails(
                        "everybody in the secret itself",
                        stack(
                                resource("aws:secretsmanager/secret:Secret", "s")
                                        .set(
                                                "policy",
                                                document(
                                                        "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'secretsmanager:GetSecretValue','Resource':'*'}"))),
                        "every principal"),
                fails(
                        "public policies are not blocked",
                        stack(
                                SECRET,
                                policy("{'AWS':'arn:aws:iam::111122223333:role/api'}")
                                        .unset("blockPublicPolicy")),
                        "does not block"),
                unknown("a document from outputs", stack(SECRET, policy("'*'").unknown("policy"))),
                notApplicable("no secret", stack()));
    }

    private static final ResourceBuilder SECRET = resource("aws:secretsmanager/secret:Secret", "secret");

    private static ResourceBuilder policy(String principal) {
        return resource("aws:secretsmanager/secretPolicy:SecretPolicy", "s")
                .refer("secretArn", SECRET)
                .set("blockPublicPolicy", true)
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':" + principal
                                + ",'Action':'secretsmanager:GetSecretValue','Resource':'*'}"));
    }
}
