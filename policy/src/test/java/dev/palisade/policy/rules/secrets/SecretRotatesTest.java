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

class SecretRotatesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecretRotates();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("each month", stack(SECRET, rotation().set("rotationRules.automaticallyAfterDays", 30))),
                passes(
                        "by a schedule",
                        stack(SECRET, rotation().set("rotationRules.scheduleExpression", "rate(10 days)"))),
                fails("never", stack(SECRET, VALUE), "not rotated"),
                fails(
                        "once in a year",
                        stack(SECRET, rotation().set("rotationRules.automaticallyAfterDays", 365)),
                        "not rotated"),
                fails(
                        "a rotation of another",
                        stack(
                                SECRET,
                                VALUE,
                                rotation().set("secretId", "other").set("rotationRules.automaticallyAfterDays", 30)),
                        "not rotated"),
                unknown("days from outputs", stack(SECRET, rotation().unknown("rotationRules.automaticallyAfterDays"))),
                notApplicable("a secret that others fill", stack(SECRET)));
    }

    private static final ResourceBuilder SECRET = resource("aws:secretsmanager/secret:Secret", "s");

    private static final ResourceBuilder VALUE =
            resource("aws:secretsmanager/secretVersion:SecretVersion", "v").refer("secretId", SECRET);

    private static ResourceBuilder rotation() {
        return resource("aws:secretsmanager/secretRotation:SecretRotation", "r").refer("secretId", SECRET);
    }
}
