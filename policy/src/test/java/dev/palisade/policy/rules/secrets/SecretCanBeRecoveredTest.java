package dev.palisade.policy.rules.secrets;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class SecretCanBeRecoveredTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretCanBeRecovered();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the default", stack(resource(SECRET, "s"))),
                passes("a week", stack(resource(SECRET, "s").set("recoveryWindowInDays", 7))),
                fails("at once", stack(resource(SECRET, "s").set("recoveryWindowInDays", 0)), "gone at once"),
                unknown("from outputs", stack(resource(SECRET, "s").unknown("recoveryWindowInDays"))),
                notApplicable("no secret", stack()));
    }

    private static final String SECRET = "aws:secretsmanager/secret:Secret";
}
