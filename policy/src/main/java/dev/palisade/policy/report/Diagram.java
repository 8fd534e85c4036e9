package dev.palisade.policy.report;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The architecture as SVG, drawn from the graph: zones as columns, tiers as rows, the way in from the left. */
public final class Diagram {
    private static final int COLUMN = 230;
    private static final int ROW = 96;
    private static final int LEFT = 250;
    private static final int TOP = 84;
    private static final List<String> TIERS = List.of("public", "private", "intra", "data");

    private final Graph graph;
    private final List<FlowLine> flows;

    public Diagram(Graph graph, List<FlowLine> flows) {
        this.graph = graph;
        this.flows = List.copyOf(flows);
    }

    /** The picture, with a title and description for readers who cannot see it. */
    public String svg() {
        List<String> zones = List.copyOf(zones());
        Map<String, Integer> tiers = tiers();
        int width = LEFT + Math.max(1, zones.size()) * COLUMN + 30;
        int height = TOP + Math.max(1, tiers.size()) * ROW + 60;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-labelledby=\"diagram-title diagram-description\" fill=\"none\""
                        + " stroke=\"currentColor\" font-family=\"system-ui, sans-serif\" font-size=\"13\">",
                width,
                height));
        svg.append("<title id=\"diagram-title\">Architecture</title><desc id=\"diagram-description\">")
                .append(zones.size())
                .append(" zones with the tiers ")
                .append(String.join(", ", tiers.keySet()))
                .append("; the way in passes the WAF and the load balancer.</desc>");
        entrance(svg, height);
        box(svg, LEFT - 20, 20, width - LEFT + 10, height - 40, "VPC " + text("aws:ec2/vpc:Vpc", "cidrBlock"), "none");
        for (int zone = 0; zone < zones.size(); zone++) {
            int x = LEFT + zone * COLUMN;
            label(svg, x + 8, TOP - 10, zones.get(zone));
            for (Map.Entry<String, Integer> tier : tiers.entrySet()) {
                subnet(svg, x, TOP + tier.getValue() * ROW, zones.get(zone), tier.getKey());
            }
        }
        return svg.append("</svg>").toString();
    }

    private void entrance(StringBuilder svg, int height) {
        int middle = TOP + 20;
        box(svg, 10, middle, 80, 40, "Internet", "none");
        if (!graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation").isEmpty()) {
            box(svg, 120, middle, 80, 40, "WAFv2", "none");
            arrow(svg, 90, middle + 20, 120);
        }
        arrow(svg, 200, middle + 20, LEFT);
        long held =
                flows.stream().filter(flow -> "PASS".equals(flow.standing())).count();
        label(svg, 10, height - 24, held + " of " + flows.size() + " declared flows hold");
    }

    private void subnet(StringBuilder svg, int x, int y, String zone, String tier) {
        subnets().stream()
                .filter(subnet -> zone.equals(zone(subnet)) && tier.equals(tier(subnet)))
                .findFirst()
                .ifPresent(subnet -> {
                    box(svg, x, y, COLUMN - 20, ROW - 16, tier + "  " + read(subnet, "cidrBlock"), "4 3");
                    label(svg, x + 10, y + 50, inhabitants(tier));
                });
    }

    private String inhabitants(String tier) {
        return switch (tier) {
            case "public" -> graph.ofType("aws:lb/loadBalancer:LoadBalancer").isEmpty() ? "NAT" : "ALB, NAT";
            case "private" ->
                graph.ofType("kubernetes:apps/v1:Deployment").isEmpty() ? "nodes" : "nodes, pods of the service";
            case "intra" -> "cluster API";
            default -> "database";
        };
    }

    private Set<String> zones() {
        Set<String> zones = new TreeSet<>();
        subnets().forEach(subnet -> zones.add(zone(subnet)));
        return zones;
    }

    private Map<String, Integer> tiers() {
        Map<String, Integer> tiers = new LinkedHashMap<>();
        TIERS.stream()
                .filter(tier -> subnets().stream().anyMatch(subnet -> tier.equals(tier(subnet))))
                .forEach(tier -> tiers.put(tier, tiers.size()));
        return tiers;
    }

    private List<Resource> subnets() {
        return graph.ofType("aws:ec2/subnet:Subnet");
    }

    private static String zone(Resource subnet) {
        return read(subnet, "availabilityZone");
    }

    /** By name, as the program names its subnets after their tiers. */
    private static String tier(Resource subnet) {
        return TIERS.stream().filter(subnet.name()::contains).findFirst().orElse("");
    }

    private String text(String type, String property) {
        return graph.ofType(type).stream()
                .findFirst()
                .map(resource -> read(resource, property))
                .orElse("");
    }

    private static String read(Resource resource, String property) {
        Value asked = resource.inputs().field(property);
        return (asked.isMissing() ? resource.outputs().field(property) : asked)
                .text()
                .orElse("");
    }

    private static void box(StringBuilder svg, int x, int y, int width, int height, String title, String dashes) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" stroke-dasharray=\"%s\"/>",
                x,
                y,
                width,
                height,
                dashes));
        label(svg, x + 10, y + 24, title);
    }

    private static void label(StringBuilder svg, int x, int y, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"currentColor\" stroke=\"none\">%s</text>",
                x,
                y,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static void arrow(StringBuilder svg, int from, int y, int to) {
        svg.append(String.format(Locale.ROOT, "<path d=\"M%d %dH%dm-7 -4l7 4l-7 4\"/>", from, y, to));
    }
}
