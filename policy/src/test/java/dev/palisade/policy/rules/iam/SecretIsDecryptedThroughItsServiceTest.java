package dev.palisade.policy.rules.iam;

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

class SecretIsDecryptedThroughItsServiceTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretIsDecryptedThroughItsService();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "through Secrets Manager",
                        stack(
                                inline(
                                        READ,
                                        DECRYPT.replace(
                                                "}",
                                                ",'Condition':{'StringEquals':{'kms:ViaService':'secretsmanager.eu-central-1.amazonaws.com'}}}")))),
                fails("past it", stack(inline(READ, DECRYPT)), "without kms:ViaService"),
                fails(
                        "in one statement",
                        stack(inline(READ.replace("'secret", "'kms:Decrypt','secret")
                                .replace("'Action':", "'Action':[")
                                .replace("Value'", "Value']"))),
                        "without kms:ViaService"),
                fails(
                        "by a wildcard",
                        stack(inline(READ, DECRYPT.replace("Decrypt", "De*"))),
                        "without kms:ViaService"),
                unknown(
                        "a document from outputs",
                        stack(resource(IdentityPolicies.INLINE, "p").unknown("policy"))),
                notApplicable("no secrets", stack(inline(DECRYPT))));
    }

    private static final String READ =
            "{'Effect':'Allow','Action':'secretsmanager:GetSecretValue','Resource':'arn:aws:secretsmanager:eu-central-1:111122223333:secret:s'}";
    private static final String DECRYPT =
            "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'arn:aws:kms:eu-central-1:111122223333:key/k'}";

    private static ResourceBuilder inline(String... statements) {
        return resource(IdentityPolicies.INLINE, "p").set("policy", document(statements));
    }
}
