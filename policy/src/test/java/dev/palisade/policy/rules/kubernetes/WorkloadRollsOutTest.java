package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class WorkloadRollsOutTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WorkloadRollsOut();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the API's defaults", object(Workloads.STATEFUL_SET, "{}")),
                passes("one after another", object(Workloads.STATEFUL_SET, "{updateStrategy: {type: RollingUpdate}}")),
                passes("on every node", object(Workloads.DAEMON_SET, "{updateStrategy: {type: RollingUpdate}}")),
                fails(
                        "by hand",
                        object(Workloads.STATEFUL_SET, "{updateStrategy: {type: OnDelete}}"),
                        "updateStrategy"),
                fails(
                        "by hand on each node",
                        object(Workloads.DAEMON_SET, "{updateStrategy: {type: OnDelete}}"),
                        "by hand"),
                fails(
                        "some pods only",
                        object(Workloads.STATEFUL_SET, "{updateStrategy: {rollingUpdate: {partition: 2}}}"),
                        "partition"),
                fails("a pod of its own", object(Workloads.POD, "{}"), "without a controller"),
                unknown(
                        "a strategy from outputs",
                        Manifest.of(Workloads.DAEMON_SET, "o", "{spec: {}}")
                                .unknown("spec.updateStrategy.type")
                                .alone()),
                notApplicable("a deployment", object(Workloads.DEPLOYMENT, "{}")),
                notApplicable("no workload", stack()));
    }

    private static StackBuilder object(String type, String spec) {
        return Manifest.of(type, "o", "{spec: " + spec + "}").alone();
    }
}
