package dev.palisade.policy.rules.iam;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class IamRoleSessionIsShortTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new IamRoleSessionIsShort();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("AWS's default", stack(resource(Roles.ROLE, "api"))),
                passes("an hour", stack(resource(Roles.ROLE, "api").set("maxSessionDuration", 3600))),
                fails("half a day", stack(resource(Roles.ROLE, "api").set("maxSessionDuration", 43200)), "two hours"),
                fails(
                        "no time",
                        stack(resource(Roles.ROLE, "api").set("maxSessionDuration", 0)),
                        "no time that AWS takes"),
                unknown(
                        "seconds from outputs",
                        stack(resource(Roles.ROLE, "api").unknown("maxSessionDuration"))),
                notApplicable("no role", stack()));
    }
}
