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
import java.util.Map;

class NoSecretStandsInPlainTextTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NoSecretStandsInPlainText();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("settings", stack(pod("LOG_LEVEL"))),
                passes("a marked secret", stack(resource(ANY, "x").secret("password", "hunter2hunter2"))),
                passes(
                        "the place of a secret",
                        stack(resource(ANY, "x")
                                .set("authToken", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:x"))),
                fails("an access key", stack(pod("AKIA" + "IOSFODNN7EXAMPLE")), "in plain text in value"),
                fails(
                        "a private key",
                        stack(resource(ANY, "x").set("userData", "cat <<EOF\n-----BEGIN RSA PRIVATE KEY-----")),
                        "userData"),
                fails("a password in a URL", stack(pod("postgres://app:hunter2@db:5432/app")), "value"),
                fails(
                        "a property by the name of a secret",
                        stack(resource(ANY, "x").set("settings", Map.of("masterPassword", "hunter2"))),
                        "masterPassword"),
                fails("a variable in a file", stack(pod("DB_PASSWORD=hunter2hunter2")), "value"),
                fails("a token", stack(pod("ghp_" + "a".repeat(36))), "value"),
                unknown("a password from outputs", stack(resource(ANY, "x").unknown("password"))),
                notApplicable("nothing", stack()));
    }

    private static final String ANY = "aws:rds/instance:Instance";

    private static ResourceBuilder pod(String value) {
        return resource("kubernetes:core/v1:Pod", "p")
                .set("spec.containers", List.of(Map.of("env", List.of(Map.of("name", "X", "value", value)))));
    }
}
