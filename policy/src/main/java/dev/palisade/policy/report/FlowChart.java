package dev.palisade.policy.report;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The architecture as Mermaid draws it in Markdown: tiers, who is in them, and an arrow for each flow that works. */
public final class FlowChart {
    private final Graph graph;
    private final FlowMap map;

    private FlowChart(Graph graph) {
        this.graph = graph;
        map = new FlowMap(graph);
    }

    /** The chart, without the fence around it; a graph in which no declared flow works has none. */
    public static String render(Graph graph) {
        var chart = new FlowChart(graph);
        return chart.map.nodes().isEmpty() ? "" : chart.text();
    }

    private String text() {
        Map<String, String> ids = new LinkedHashMap<>();
        map.nodes().forEach(node -> ids.put(node, "n" + (ids.size() + 1)));
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        map.nodes().stream()
                .filter(node -> FlowMap.home(node).isEmpty())
                .forEach(node -> lines.add("  " + box(ids, node)));
        lines.add("  subgraph vpc[\"VPC " + vpc() + "\"]");
        subnets().forEach((tier, blocks) -> {
            lines.add("    subgraph " + tier + "[\"" + tier + ": " + String.join(", ", blocks) + "\"]");
            map.nodes().stream()
                    .filter(node -> tier.equals(FlowMap.home(node)))
                    .forEach(node -> lines.add("      " + box(ids, node)));
            lines.add("    end");
        });
        lines.add("  end");
        map.arrows()
                .forEach((ends, label) ->
                        lines.add("  " + ids.get(ends.from()) + " -->|\"" + label + "\"| " + ids.get(ends.to())));
        return String.join("\n", lines) + "\n";
    }

    private static String box(Map<String, String> ids, String node) {
        return ids.get(node) + "[\"" + node + "\"]";
    }

    private String vpc() {
        return graph.ofType("aws:ec2/vpc:Vpc").stream()
                .findFirst()
                .map(vpc -> text(vpc, "cidrBlock"))
                .orElse("");
    }

    /** The address blocks of each tier; the program names its subnets after their tiers. */
    private Map<String, Set<String>> subnets() {
        Map<String, Set<String>> blocks = new TreeMap<>(Comparator.comparingInt(FlowMap.TIERS::indexOf));
        for (Resource subnet : graph.ofType("aws:ec2/subnet:Subnet")) {
            FlowMap.TIERS.stream().filter(subnet.name()::contains).findFirst().ifPresent(tier -> blocks.computeIfAbsent(
                            tier, one -> new TreeSet<>())
                    .add(text(subnet, "cidrBlock")));
        }
        return blocks;
    }

    private static String text(Resource resource, String property) {
        return resource.inputs().field(property).text().orElse("");
    }
}
