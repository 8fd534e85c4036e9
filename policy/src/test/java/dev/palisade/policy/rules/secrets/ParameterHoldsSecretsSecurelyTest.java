package dev.palisade.policy.rules.secrets;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.rules.kms.Keys;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class ParameterHoldsSecretsSecurelyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ParameterHoldsSecretsSecurely();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a SecureString under a key",
                        stack(KEY, parameter().set("type", "SecureString").refer("keyId", KEY))),
                fails("a SecureString under AWS's key", stack(parameter().set("type", "SecureString")), "not set"),
                fails(
                        "a String by the name of a secret",
                        stack(parameter().set("type", "String")),
                        "not a SecureString"),
                fails(
                        "a String with a marked value",
                        stack(resource("aws:ssm/parameter:Parameter", "p")
                                .set("name", "level")
                                .set("type", "String")
                                .secret("value", "x")),
                        "not a SecureString"),
                unknown("a type from outputs", stack(parameter().unknown("type"))),
                notApplicable(
                        "a setting",
                        stack(resource("aws:ssm/parameter:Parameter", "p")
                                .set("name", "/app/log-level")
                                .set("type", "String")
                                .set("value", "info"))));
    }

    private static final ResourceBuilder KEY = resource(Keys.KEY, "k").set("enableKeyRotation", true);

    private static ResourceBuilder parameter() {
        return resource("aws:ssm/parameter:Parameter", "p").set("name", "/app/db-password");
    }
}
