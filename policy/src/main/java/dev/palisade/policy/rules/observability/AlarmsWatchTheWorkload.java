package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** An alarm without the dimension watches every namespace; one that names another watches that alone. */
@PolicyInfo(
        title = "Alarms on pods watch the namespace that the workload runs in",
        severity = Severity.MEDIUM,
        rows = {Row.X10, Row.C3},
        controls = {"NIST 800-53 SI-4", "NIST 800-53 CA-7", "PCI DSS 10.7.2", "SOC 2 CC7.2", "SOC 2 A1.1"},
        why =
                "The alarm is there and green, while the service's pods run out of memory in a namespace that it does not see.",
        remedy = "Give the alarm's dimension Namespace the workload's namespace.",
        snippet = "Map.of(\"ClusterName\", cluster, \"Namespace\", ServiceSettings.NAMESPACE)")
public final class AlarmsWatchTheWorkload implements RelationPolicy {
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final Property WHERE = Property.of(DEPLOYMENT, "metadata.namespace");
    private static final Property DIMENSIONS = Property.of(Alarms.ALARM, "dimensions");
    private static final List<String> METRICS = List.of(
            "pod_cpu_utilization_over_pod_limit",
            "pod_memory_utilization_over_pod_limit",
            "pod_number_of_container_restarts");

    @Override
    public Set<String> types() {
        return Set.of(DEPLOYMENT);
    }

    @Override
    public Verdict check(Resource deployment, Graph graph) {
        if (graph.ofType(CLUSTER).isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Value namespace = deployment.get(WHERE);
        if (namespace.isUnknown()) {
            return Verdict.unknown("not known yet: its namespace");
        }
        String name = namespace.text().orElse("default");
        return METRICS.stream()
                .map(metric -> Verdict.require(
                        Alarms.watch(graph, "ContainerInsights", metric, alarm -> {
                            Value watched = alarm.get(DIMENSIONS).field("Namespace");
                            return watched.isPresent().not().or(() -> watched.is(name));
                        }),
                        "runs in " + name + ", where no alarm watches " + metric))
                .reduce(Verdict.PASS, Verdict::and);
    }
}
