package dev.palisade.policy.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where a diagram draws its nodes: a row for each zone of trust, and a lane, below whom they speak to if it is free. */
final class Lanes {
    /** Outside the VPC; then what filters at its edge; then the tiers. */
    static final List<String> ROWS =
            Stream.concat(Stream.of("outside", "edge"), FlowMap.TIERS.stream()).toList();

    private final Map<String, Integer> lanes = new HashMap<>();
    private final Set<List<Object>> taken = new HashSet<>();
    private int count;

    Lanes(FlowMap map) {
        List<FlowMap.Ends> arrows = new ArrayList<>(map.arrows().keySet());
        arrows.addAll(map.unwanted());
        map.nodes().forEach(node -> place(node, arrows));
        map.unwanted().forEach(ends -> {
            place(ends.from(), arrows);
            place(ends.to(), arrows);
        });
    }

    Set<String> nodes() {
        return lanes.keySet();
    }

    int count() {
        return count;
    }

    int of(String node) {
        return Objects.requireNonNull(lanes.get(node), node);
    }

    static String row(String node) {
        String home = FlowMap.home(node);
        return FlowMap.WAF.equals(node) ? "edge" : home.isEmpty() ? "outside" : home;
    }

    private void place(String node, List<FlowMap.Ends> arrows) {
        if (lanes.containsKey(node)) {
            return;
        }
        int lane = arrows.stream()
                .flatMap(ends -> ends.other(node).stream())
                .filter(lanes::containsKey)
                .map(this::of)
                .filter(one -> !taken.contains(List.of(row(node), one)))
                .findFirst()
                .orElse(count);
        lanes.put(node, lane);
        taken.add(List.of(row(node), lane));
        count = Math.max(count, lane + 1);
    }
}
