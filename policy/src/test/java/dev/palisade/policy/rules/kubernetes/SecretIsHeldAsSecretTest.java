package dev.palisade.policy.rules.kubernetes;

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

class SecretIsHeldAsSecretTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretIsHeldAsSecret();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all of it is marked", stack(secret().secret("stringData", Map.of("password", "x")))),
                passes("each value is marked", stack(secret().secret("data.password", "eA=="))),
                passes("a Secret that another fills", stack(secret())),
                fails("clear text", stack(secret().set("stringData", Map.of("password", "x"))), "stringData"),
                fails("base64 is no secret", stack(secret().set("data", Map.of("password", "eA=="))), "data"),
                fails("one of two", stack(secret().secret("data.a", "eA==").set("data.b", "eA==")), "data"),
                unknown("not known yet", stack(secret().unknown("stringData"))),
                notApplicable("no Secret", stack()));
    }

    private static ResourceBuilder secret() {
        return resource("kubernetes:core/v1:Secret", "database");
    }
}
