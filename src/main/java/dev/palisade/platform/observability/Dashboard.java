package dev.palisade.platform.observability;

import com.google.gson.Gson;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.edge.Edge;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One page that answers whether the service is well: traffic, errors, latency, firewall, nodes, audit. */
final class Dashboard extends Room {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 6;

    private final StackSettings settings;

    Dashboard(StackSettings settings, Edge edge, ComponentResourceOptions options) {
        super("observability:Dashboard", "dashboard", options);
        this.settings = settings;
        new com.pulumi.aws.cloudwatch.Dashboard(
                "platform",
                DashboardArgs.builder()
                        .dashboardName(settings.name())
                        .dashboardBody(Output.tuple(
                                        edge.loadBalancer().arnSuffix(),
                                        edge.waf().name())
                                .applyValue(names -> body(names.t1, names.t2)))
                        .build(),
                inside());
        finished();
    }

    /** Where the page is found in the console. */
    String url() {
        return "https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#dashboards/dashboard/%2$s"
                .formatted(settings.account().region(), settings.name());
    }

    private String body(String balancer, String acl) {
        var load = "AWS/ApplicationELB";
        var insights = "ContainerInsights";
        var audit = Signal.namespace(settings);
        var charts = List.of(
                chart("Requests", "Sum", List.of(List.of(load, "RequestCount", "LoadBalancer", balancer))),
                chart(
                        "Errors",
                        "Sum",
                        List.of(
                                List.of(load, "HTTPCode_Target_5XX_Count", "LoadBalancer", balancer),
                                List.of(load, "HTTPCode_ELB_5XX_Count", "LoadBalancer", balancer))),
                chart("Latency (s)", "p95", List.of(List.of(load, "TargetResponseTime", "LoadBalancer", balancer))),
                chart("Firewall", "Sum", List.of(firewall("BlockedRequests", acl), firewall("AllowedRequests", acl))),
                chart(
                        "Nodes (%)",
                        "Average",
                        List.of(
                                List.of(insights, "node_cpu_utilization", "ClusterName", settings.name()),
                                List.of(insights, "node_memory_utilization", "ClusterName", settings.name()))),
                chart(
                        "Audit",
                        "Sum",
                        List.of(
                                List.of(audit, AuditSignal.FAILED_AUTHENTICATION.label()),
                                List.of(audit, AuditSignal.FAILED_AUTHORIZATION.label()))));
        var widgets = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < charts.size(); i++) {
            widgets.add(new TreeMap<>(Map.of(
                    "type",
                    "metric",
                    "x",
                    i % 2 * WIDTH,
                    "y",
                    i / 2 * HEIGHT,
                    "width",
                    WIDTH,
                    "height",
                    HEIGHT,
                    "properties",
                    charts.get(i))));
        }
        return new Gson().toJson(Map.of("widgets", widgets));
    }

    private List<String> firewall(String metric, String acl) {
        return List.of("AWS/WAFV2", metric, "WebACL", acl, "Region", region(), "Rule", "ALL");
    }

    private Map<String, Object> chart(String title, String statistic, List<List<String>> metrics) {
        return new TreeMap<>(Map.of(
                "title", title,
                "region", region(),
                "stat", statistic,
                "period", 300,
                "metrics", metrics));
    }

    private String region() {
        return settings.account().region();
    }
}
