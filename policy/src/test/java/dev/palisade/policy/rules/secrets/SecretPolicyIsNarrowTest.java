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
                passes("a role", stack(policy("{'AWS':'arn:aws:iam::111122223333:role/api'}"))),
                fails("everybody", stack(policy("'*'")), "every principal"),
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
                        stack(policy("{'AWS':'arn:aws:iam::111122223333:role/api'}")
                                .unset("blockPublicPolicy")),
                        "does not block"),
                unknown("a document from outputs", stack(policy("'*'").unknown("policy"))),
                notApplicable("a secret without a policy", stack(resource("aws:secretsmanager/secret:Secret", "s"))));
    }

    private static ResourceBuilder policy(String principal) {
        return resource("aws:secretsmanager/secretPolicy:SecretPolicy", "s")
                .set("blockPublicPolicy", true)
                .set(
                        "policy",
                        document("{'Effect':'Allow','Principal':" + principal
                                + ",'Action':'secretsmanager:GetSecretValue','Resource':'*'}"));
    }
}
