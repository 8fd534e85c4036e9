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

class PodKnowsNoOtherServicesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodKnowsNoOtherServices();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none", stack(pod().set("spec.enableServiceLinks", false))),
                fails("a list", stack(pod().set("spec.enableServiceLinks", true)), "enableServiceLinks"),
                fails("Kubernetes' default", stack(pod()), "enableServiceLinks"),
                unknown("a value from outputs", stack(pod().unknown("spec.enableServiceLinks"))),
                notApplicable("no pods", stack()));
    }

    private static ResourceBuilder pod() {
        return resource("kubernetes:core/v1:Pod", "p");
    }
}
