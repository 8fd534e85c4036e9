package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class PodPriorityIsOrdinaryTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodPriorityIsOrdinary();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a number of the system's",
                        stack(resource("kubernetes:core/v1:Pod", "p").set("spec.priority", 2_000_000_000)),
                        "priority"),
                passes("none", deployment().alone()),
                passes(
                        "the system's own",
                        deployment()
                                .with("metadata.namespace", "kube-system")
                                .with(POD + "priorityClassName", "system-node-critical")
                                .alone()),
                fails(
                        "the nodes'",
                        deployment()
                                .with(POD + "priorityClassName", "system-node-critical")
                                .alone(),
                        "priority"),
                fails(
                        "the cluster's",
                        deployment()
                                .with(POD + "priorityClassName", "system-cluster-critical")
                                .alone(),
                        "priority"),
                unknown(
                        "not known yet",
                        deployment().unknown(POD + "priorityClassName").alone()),
                notApplicable("no workload", stack()));
    }
}
