package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import java.util.List;

@PolicyInfo(
        title = "Alarms watch the firewall, the load balancer and the cluster",
        severity = Severity.HIGH,
        rows = {Row.X10},
        controls = {
            "NIST 800-53 SI-4",
            "NIST 800-53 CA-7",
            "PCI DSS 10.7.2",
            "HIPAA 164.308(a)(1)(ii)(D)",
            "SOC 2 CC7.2",
            "SOC 2 A1.1"
        },
        why =
                "An attack shows as blocked requests, an outage as 5xx and unhealthy targets, exhaustion as load: before users say so.",
        remedy = "Make an alarm on each of the metrics named.",
        snippet = "new Alarm(\"firewall-blocks\", meaning, \"AWS/WAFV2\", \"BlockedRequests\", blocked, SUM, 500, 1)")
public final class AlarmsCoverWhatRuns implements StackPolicy {

    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final List<Watch> WATCHES = List.of(
            new Watch("aws:wafv2/webAcl:WebAcl", "AWS/WAFV2", "BlockedRequests"),
            new Watch(BALANCER, "AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count"),
            new Watch(BALANCER, "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count"),
            new Watch(BALANCER, "AWS/ApplicationELB", "UnHealthyHostCount"),
            new Watch(BALANCER, "AWS/ApplicationELB", "RequestCount"),
            new Watch(CLUSTER, "ContainerInsights", "node_cpu_utilization"),
            new Watch(CLUSTER, "ContainerInsights", "node_memory_utilization"),
            new Watch(CLUSTER, "ContainerInsights", "node_filesystem_utilization"),
            new Watch(CLUSTER, "ContainerInsights", "cluster_failed_node_count"),
            new Watch(BALANCER, "AWS/ApplicationELB", "TargetResponseTime"),
            new Watch(CLUSTER, "ContainerInsights", "pod_cpu_utilization_over_pod_limit"),
            new Watch(CLUSTER, "ContainerInsights", "pod_memory_utilization_over_pod_limit"),
            new Watch(CLUSTER, "ContainerInsights", "pod_number_of_container_restarts"));

    /** Where there is such a resource, an alarm watches the metric. */
    private record Watch(String type, String namespace, String metric) {}

    @Override
    public Verdict check(Graph graph) {
        return WATCHES.stream()
                .filter(watch -> !graph.ofType(watch.type()).isEmpty())
                .map(watch -> Verdict.require(
                        Alarms.watch(graph, watch.namespace(), watch.metric()),
                        "no alarm watches " + watch.namespace() + " " + watch.metric()))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
    }
}
