package dev.palisade.policy.report;

import dev.palisade.policy.flow.DeclaredFlow;
import dev.palisade.policy.flow.FlowResult;
import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The architecture as Mermaid draws it in Markdown: tiers, who is in them, and an arrow for each flow that works. */
public final class FlowChart {
    private static final String WAF = "WAFv2";
    private static final String AWS = "AWS services";
    private static final List<String> TIERS = List.of("public", "private", "intra", "data");

    /** By the first part of an endpoint's name; all others are outside the VPC. */
    private static final Map<String, String> HOMES = Map.of(
            "load-balancer",
            "public",
            "nodes",
            "private",
            "pods",
            "private",
            "cluster-api",
            "intra",
            "data-tier",
            "data");

    private final Graph graph;
    private final List<DeclaredFlow> flows;
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Map<String, String> arrows = new LinkedHashMap<>();

    private FlowChart(Graph graph) {
        this.graph = graph;
        flows = FlowTable.of(graph).declared().stream()
                .filter(result -> result.holds() == Truth.TRUE)
                .map(FlowResult::flow)
                .filter(flow -> flow.kind() == DeclaredFlow.Kind.REQUIRED)
                .toList();
        flows.forEach(this::draw);
    }

    /** The chart, without the fence around it; a graph in which no declared flow works has none. */
    public static String render(Graph graph) {
        var chart = new FlowChart(graph);
        return chart.flows.isEmpty() ? "" : chart.text();
    }

    private void draw(DeclaredFlow flow) {
        for (String from : flow.from()) {
            for (String to : flow.to()) {
                String source = node(from);
                String target = node(to);
                boolean filtered = "internet".equals(source)
                        && !graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation")
                                .isEmpty();
                String ports = flow.ports().toString();
                if (filtered) {
                    arrow(source, WAF, ports);
                }
                arrow(filtered ? WAF : source, target, AWS.equals(target) ? to.substring("aws/".length()) : ports);
            }
        }
    }

    private void arrow(String from, String to, String label) {
        nodes.add(from);
        nodes.add(to);
        arrows.merge(from + "\n" + to, label, (old, more) -> old + ", " + more);
    }

    /** The longest name that any flow has for it: {@code pods/a} is {@code pods/a/b} where flows speak of that. */
    private String node(String name) {
        if (name.startsWith("aws/")) {
            return AWS;
        }
        return flows.stream()
                .flatMap(flow -> Stream.concat(flow.from().stream(), flow.to().stream()))
                .filter(other -> other.startsWith(name + "/"))
                .findFirst()
                .orElse(name);
    }

    private String text() {
        Map<String, String> ids = new LinkedHashMap<>();
        nodes.forEach(node -> ids.put(node, "n" + (ids.size() + 1)));
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        nodes.stream().filter(node -> home(node).isEmpty()).forEach(node -> lines.add("  " + box(ids, node)));
        lines.add("  subgraph vpc[\"VPC " + vpc() + "\"]");
        subnets().forEach((tier, blocks) -> {
            lines.add("    subgraph " + tier + "[\"" + tier + ": " + String.join(", ", blocks) + "\"]");
            nodes.stream()
                    .filter(node -> tier.equals(home(node)))
                    .forEach(node -> lines.add("      " + box(ids, node)));
            lines.add("    end");
        });
        lines.add("  end");
        arrows.forEach((ends, label) -> {
            String[] pair = ends.split("\n", 2);
            lines.add("  " + ids.get(pair[0]) + " -->|\"" + label + "\"| " + ids.get(pair[1]));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String box(Map<String, String> ids, String node) {
        return ids.get(node) + "[\"" + node + "\"]";
    }

    private static String home(String node) {
        return HOMES.getOrDefault(node.split("/", 2)[0], "");
    }

    private String vpc() {
        return graph.ofType("aws:ec2/vpc:Vpc").stream()
                .findFirst()
                .map(vpc -> text(vpc, "cidrBlock"))
                .orElse("");
    }

    /** The address blocks of each tier; the program names its subnets after their tiers. */
    private Map<String, Set<String>> subnets() {
        Map<String, Set<String>> blocks = new TreeMap<>(Comparator.comparingInt(TIERS::indexOf));
        for (Resource subnet : graph.ofType("aws:ec2/subnet:Subnet")) {
            TIERS.stream().filter(subnet.name()::contains).findFirst().ifPresent(tier -> blocks.computeIfAbsent(
                            tier, one -> new TreeSet<>())
                    .add(text(subnet, "cidrBlock")));
        }
        return blocks;
    }

    private static String text(Resource resource, String property) {
        return resource.inputs().field(property).text().orElse("");
    }
}
