package dev.palisade.policy.rules.secrets;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class SecretValueIsMarkedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretValueIsMarked();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a marked text", stack(version().secret("secretString", "s3cret"))),
                passes("a marked parameter", stack(parameter().secret("value", "s3cret"))),
                fails(
                        "a plain text",
                        stack(version().set("secretString", "s3cret")),
                        "secretString that is not marked"),
                fails(
                        "plain bytes",
                        stack(version().set("secretBinary", "czNjcmV0")),
                        "secretBinary that is not marked"),
                fails("a plain parameter", stack(parameter().set("value", "s3cret")), "value that is not marked"),
                fails(
                        "a parameter that is told to be shown",
                        stack(parameter().set("insecureValue", "s3cret")),
                        "insecureValue"),
                unknown("a value from outputs", stack(version().unknown("secretString"))),
                notApplicable(
                        "a parameter that is no secret",
                        stack(resource("aws:ssm/parameter:Parameter", "level")
                                .set("type", "String")
                                .set("value", "info"))));
    }

    private static ResourceBuilder version() {
        return resource("aws:secretsmanager/secretVersion:SecretVersion", "token");
    }

    private static ResourceBuilder parameter() {
        return resource("aws:ssm/parameter:Parameter", "token").set("type", "SecureString");
    }
}
