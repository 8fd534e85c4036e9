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

class InstanceProfileIsForInstancesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new InstanceProfileIsForInstances();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an instance's role", stack(role("ec2"), profile())),
                fails("a function's role", stack(role("lambda"), profile()), "others than instances"),
                fails("a role from elsewhere", stack(profile()), "not of this stack"),
                unknown(
                        "a role from an output",
                        stack(resource("aws:iam/instanceProfile:InstanceProfile", "p")
                                .unknown("role"))),
                notApplicable("no profile", stack(role("ec2"))));
    }

    private static ResourceBuilder profile() {
        return resource("aws:iam/instanceProfile:InstanceProfile", "p").set("role", "r-id");
    }

    private static ResourceBuilder role(String service) {
        return resource(Roles.ROLE, "r")
                .set(
                        "assumeRolePolicy",
                        document("{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'" + service
                                + ".amazonaws.com'}}"));
    }
}
