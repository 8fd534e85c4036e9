package dev.palisade.policy.report;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The architecture as SVG, drawn from the graph: zones as columns, tiers as rows, and an arrow for each required flow
 * that works. What is possible and should not be is dashed.
 */
public final class Diagram {
    private static final int ROW = 118;
    private static final int LANE = 260;
    private static final int LEFT = 24;
    /** From the edge of a row or lane to the box in it. */
    private static final int INSET = 34;

    private static final int MARGIN = 14;
    private static final int BOX = 40;
    /** Where arrows meet a box, as a part of its lane: beside the names of the subnets. */
    private static final double MEETING = 0.66;

    private static final int BESIDE = 12;

    private final Graph graph;
    private final FlowMap map;
    private final Lanes lanes;
    private final List<String> rows;
    private final List<String> zones;
    private final String caption;

    public Diagram(Graph graph, List<FlowLine> flows) {
        this.graph = graph;
        map = new FlowMap(graph);
        lanes = new Lanes(map);
        rows = Lanes.ROWS.stream()
                .filter(row -> lanes.nodes().stream().map(Lanes::row).anyMatch(row::equals)
                        || subnets().stream().anyMatch(subnet -> row.equals(tier(subnet))))
                .toList();
        zones = List.copyOf(new TreeSet<>(subnets().stream()
                .map(subnet -> read(subnet, "availabilityZone"))
                .toList()));
        long held =
                flows.stream().filter(flow -> "PASS".equals(flow.standing())).count();
        caption = held + " of " + flows.size() + " flows are as they should be"
                + (map.unwanted().isEmpty() ? "" : "; dashed: possible, and should not be");
    }

    /** The picture, with a title and description for readers who cannot see it. */
    public String svg() {
        int inner = Math.max(Math.max(1, lanes.count()), zones.size()) * LANE;
        int height = top(rows.size()) + 44;
        Svg svg = new Svg(inner + 2 * LEFT, height, "Architecture", description());
        vpc(svg, inner, height);
        map.arrows().forEach((ends, label) -> arrow(svg, ends, label));
        map.unwanted().forEach(ends -> arrow(svg, ends, ""));
        lanes.nodes().forEach(node -> svg.box(x(node), y(node), LANE - INSET, BOX, node));
        svg.label(LEFT, height - 12, caption, "start");
        return svg.end();
    }

    private String description() {
        return zones.size()
                + " zones. "
                + map.arrows().entrySet().stream()
                        .map(arrow ->
                                arrow.getKey().from() + " to " + arrow.getKey().to() + ": " + arrow.getValue())
                        .collect(Collectors.joining("; "))
                + ". " + caption + ".";
    }

    private void vpc(Svg svg, int inner, int height) {
        int first =
                (int) rows.stream().filter(row -> !FlowMap.TIERS.contains(row)).count();
        int y = top(first) - 40;
        svg.frame(MARGIN, y, inner + 2 * (LEFT - MARGIN), height - y - 32, "none");
        svg.label(LEFT, y + 18, "VPC " + text("aws:ec2/vpc:Vpc", "cidrBlock"), "start");
        rows.stream()
                .filter(FlowMap.TIERS::contains)
                .forEach(tier -> svg.frame(LEFT, top(rows.indexOf(tier)), inner, ROW - 8, "4 3"));
        int width = zones.isEmpty() ? inner : inner / zones.size();
        for (Resource subnet : subnets()) {
            int x = LEFT + zones.indexOf(read(subnet, "availabilityZone")) * width + 10;
            int tier = top(rows.indexOf(tier(subnet)));
            svg.label(x, tier + 18, tier(subnet) + " " + read(subnet, "cidrBlock"), "start");
            if (hasNatGateway(subnet)) {
                svg.label(x, tier + ROW - 18, "NAT gateway", "start");
            }
        }
        for (int zone = 0; zone < zones.size(); zone++) {
            svg.label(LEFT + zone * width + 10, y + 34, zones.get(zone), "start");
        }
    }

    private void arrow(Svg svg, FlowMap.Ends ends, String label) {
        if (y(ends.from()) == y(ends.to())) {
            arrowWithinRow(svg, ends, label);
        } else {
            arrowBetweenRows(svg, ends, label);
        }
    }

    private void arrowWithinRow(Svg svg, FlowMap.Ends ends, String label) {
        boolean isToTheRight = lanes.of(ends.from()) < lanes.of(ends.to());
        int fromX = x(ends.from()) + (isToTheRight ? LANE - INSET : 0);
        int toX = x(ends.to()) + (isToTheRight ? 0 : LANE - INSET);
        int y = y(ends.to());
        svg.arrow(fromX, y + BOX / 2, toX, y + BOX / 2, isWanted(ends));
        svg.label(toX, y + BOX + 16, label, isToTheRight ? "start" : "end");
    }

    private void arrowBetweenRows(Svg svg, FlowMap.Ends ends, String label) {
        boolean isDown = y(ends.from()) < y(ends.to());
        boolean isAnswered = isWanted(new FlowMap.Ends(ends.to(), ends.from()));
        int shift = shift(isWanted(ends), isAnswered, isDown);
        int fromX = meeting(ends.from()) + shift;
        int upper = Math.min(y(ends.from()), y(ends.to())) + BOX;
        int lower = Math.max(y(ends.from()), y(ends.to()));
        svg.arrow(fromX, isDown ? upper : lower, meeting(ends.to()) + shift, isDown ? lower : upper, isWanted(ends));
        boolean isLeft = isAnswered ? isDown : lanes.of(ends.from()) > 0;
        svg.label(fromX + (isLeft ? -8 : 8), upper + 22, label, isLeft ? "end" : "start");
    }

    private boolean isWanted(FlowMap.Ends ends) {
        return map.arrows().containsKey(ends);
    }

    /** By how much an arrow stands beside where a single one would. */
    private static int shift(boolean isWanted, boolean isAnswered, boolean isDown) {
        if (!isWanted) {
            return 2 * BESIDE;
        }
        return isAnswered ? (isDown ? -BESIDE : BESIDE) : 0;
    }

    private int meeting(String node) {
        return (int) (LEFT + (lanes.of(node) + MEETING) * LANE);
    }

    private int x(String node) {
        return LEFT + lanes.of(node) * LANE + INSET / 2;
    }

    private int y(String node) {
        int row = rows.indexOf(Lanes.row(node));
        return top(row) + (FlowMap.TIERS.contains(rows.get(row)) ? INSET - 4 : 0);
    }

    /** Rows outside the VPC are lower than those of tiers; above the first tier are the names of VPC and zones. */
    private int top(int row) {
        int outside =
                (int) rows.stream().filter(one -> !FlowMap.TIERS.contains(one)).count();
        return MARGIN
                + Math.min(row, outside) * (BOX + 44)
                + (row < outside ? 0 : 44)
                + Math.max(0, row - outside) * ROW;
    }

    private List<Resource> subnets() {
        return graph.ofType("aws:ec2/subnet:Subnet").stream()
                .filter(subnet -> !tier(subnet).isEmpty())
                .toList();
    }

    private boolean hasNatGateway(Resource subnet) {
        return subnet.id() != null
                && graph.ofType("aws:ec2/natGateway:NatGateway").stream()
                        .anyMatch(gateway -> read(gateway, "subnetId").equals(subnet.id()));
    }

    /** By name, as the program names its subnets after their tiers. */
    private static String tier(Resource subnet) {
        return FlowMap.TIERS.stream()
                .filter(subnet.name()::contains)
                .findFirst()
                .orElse("");
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
}
