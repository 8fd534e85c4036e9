package dev.palisade.policy.rules.observability;

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

class AlarmsWatchTheWorkloadTest implements PolicyCases {
    private static final ResourceBuilder CLUSTER = resource("aws:eks/cluster:Cluster", "main");
    private static final ResourceBuilder CPU = alarm("pod_cpu_utilization_over_pod_limit");
    private static final ResourceBuilder MEMORY = alarm("pod_memory_utilization_over_pod_limit");

    @Override
    public Policy policy() {
        return new AlarmsWatchTheWorkload();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its namespace", stack(CLUSTER, workload(), CPU, MEMORY, restarts())),
                passes(
                        "every namespace",
                        stack(CLUSTER, workload(), CPU, MEMORY, restarts().unset("dimensions"))),
                fails("no alarm", stack(CLUSTER, workload(), CPU, MEMORY), "restarts"),
                fails(
                        "another namespace",
                        stack(CLUSTER, workload(), CPU, MEMORY, restarts().set("dimensions.Namespace", "kube-system")),
                        "runs in app"),
                fails(
                        "an alarm that is off",
                        stack(CLUSTER, workload(), CPU, MEMORY, restarts().set("actionsEnabled", false)),
                        "restarts"),
                unknown(
                        "a namespace from outputs",
                        stack(CLUSTER, workload().unknown("metadata.namespace"), CPU, MEMORY, restarts())),
                unknown(
                        "dimensions from outputs",
                        stack(CLUSTER, workload(), CPU, MEMORY, restarts().unknown("dimensions"))),
                notApplicable("a cluster from elsewhere", stack(workload())));
    }

    private static ResourceBuilder workload() {
        return resource("kubernetes:apps/v1:Deployment", "service").set("metadata.namespace", "app");
    }

    private static ResourceBuilder restarts() {
        return alarm("pod_number_of_container_restarts");
    }

    private static ResourceBuilder alarm(String metric) {
        return resource(Alarms.ALARM, metric)
                .set("namespace", "ContainerInsights")
                .set("metricName", metric)
                .set("dimensions.Namespace", "app");
    }
}
