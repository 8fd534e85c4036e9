package dev.palisade.platform.observability;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.edge.Edge;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.ServiceSettings;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The alarms on metrics. */
final class Alarms extends Room {

    private static final String SUM = "Sum";
    private static final String AVERAGE = "Average";
    private static final String MAXIMUM = "Maximum";

    private final StackSettings settings;

    Alarms(StackSettings settings, Edge edge, Output<String> topicArn, ComponentResourceOptions options) {
        super("observability:Alarms", "alarms", options);
        this.settings = settings;
        Stream.of(audit(), firewall(edge), loadBalancer(edge), cluster())
                .flatMap(List::stream)
                .forEach(alarm -> new MetricAlarm(alarm.name(), alarm.args(settings.name(), topicArn), inside()));
        finished();
    }

    private List<Alarm> audit() {
        var none = Output.<Map<String, String>>of(Map.of());
        return Stream.<Signal>concat(Stream.of(AuditSignal.values()), Stream.of(AccountSignal.values()))
                .map(signal -> new Alarm(
                        signal.label(),
                        signal.meaning(),
                        Signal.namespace(settings),
                        signal.label(),
                        none,
                        SUM,
                        signal.threshold(),
                        1))
                .toList();
    }

    private List<Alarm> firewall(Edge edge) {
        var region = settings.account().region();
        var blocked = edge.waf().name().applyValue(acl -> Map.of("WebACL", acl, "Region", region, "Rule", "ALL"));
        return List.of(new Alarm(
                "firewall-blocks",
                "The firewall blocks far more requests than usual.",
                "AWS/WAFV2",
                "BlockedRequests",
                blocked,
                SUM,
                500,
                1));
    }

    private List<Alarm> loadBalancer(Edge edge) {
        var namespace = "AWS/ApplicationELB";
        var balancer = edge.loadBalancer().arnSuffix().applyValue(suffix -> Map.of("LoadBalancer", suffix));
        var targets = Output.tuple(
                        edge.loadBalancer().arnSuffix(), edge.targetGroup().arnSuffix())
                .applyValue(suffixes -> Map.of("LoadBalancer", suffixes.t1, "TargetGroup", suffixes.t2));
        return List.of(
                new Alarm(
                        "load-balancer-errors",
                        "The load balancer itself answers with 5xx: it finds no healthy pod or loses connections.",
                        namespace,
                        "HTTPCode_ELB_5XX_Count",
                        balancer,
                        SUM,
                        10,
                        2),
                new Alarm(
                        "service-errors",
                        "The service answers with 5xx.",
                        namespace,
                        "HTTPCode_Target_5XX_Count",
                        targets,
                        SUM,
                        10,
                        2),
                new Alarm(
                        "latency",
                        "One request in twenty takes longer than a second.",
                        namespace,
                        "TargetResponseTime",
                        targets,
                        "p95",
                        1,
                        3),
                new Alarm(
                        "unhealthy-targets",
                        "Pods fail the load balancer's health check.",
                        namespace,
                        "UnHealthyHostCount",
                        targets,
                        MAXIMUM,
                        0,
                        2),
                new Alarm(
                        "traffic",
                        "Far more requests come in than usual.",
                        namespace,
                        "RequestCount",
                        balancer,
                        SUM,
                        100_000,
                        1));
    }

    private List<Alarm> cluster() {
        var cluster = Output.of(Map.of("ClusterName", settings.name()));
        var pods = Output.of(Map.of("ClusterName", settings.name(), "Namespace", ServiceSettings.NAMESPACE));
        return List.of(
                insights("node-cpu", "Nodes run out of CPU.", "node_cpu_utilization", cluster, AVERAGE, 85),
                insights("node-memory", "Nodes run out of memory.", "node_memory_utilization", cluster, AVERAGE, 85),
                insights("node-disk", "Nodes run out of disk.", "node_filesystem_utilization", cluster, MAXIMUM, 85),
                insights("node-failures", "Nodes are not ready.", "cluster_failed_node_count", cluster, MAXIMUM, 0),
                insights(
                        "pod-cpu",
                        "The service's pods reach their CPU limit.",
                        "pod_cpu_utilization_over_pod_limit",
                        pods,
                        AVERAGE,
                        90),
                insights(
                        "pod-memory",
                        "The service's pods reach their memory limit.",
                        "pod_memory_utilization_over_pod_limit",
                        pods,
                        AVERAGE,
                        90),
                insights(
                        "pod-restarts",
                        "The service's containers restart.",
                        "pod_number_of_container_restarts",
                        pods,
                        SUM,
                        3));
    }

    private static Alarm insights(
            String name,
            String meaning,
            String metric,
            Output<Map<String, String>> dimensions,
            String statistic,
            double threshold) {
        return new Alarm(name, meaning, "ContainerInsights", metric, dimensions, statistic, threshold, 3);
    }
}
