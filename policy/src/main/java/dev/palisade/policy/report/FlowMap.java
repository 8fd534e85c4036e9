package dev.palisade.policy.report;

import dev.palisade.policy.flow.DeclaredFlow;
import dev.palisade.policy.flow.FlowResult;
import dev.palisade.policy.flow.FlowTable;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What pictures of the architecture draw: who takes part in the required flows that work, and an arrow for each. */
final class FlowMap {
    static final String INTERNET = "internet";
    static final String WAF = "WAFv2";
    static final String AWS = "AWS services";
    private static final String OTHER_PODS = "pods/others";
    /** From the outside in; the program names its subnets after them. */
    static final List<String> TIERS = List.of("public", "private", "intra", "data");

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

    private final boolean isFiltered;
    private final List<DeclaredFlow> flows;
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Map<Ends, String> arrows = new LinkedHashMap<>();
    private final Set<Ends> unwanted = new LinkedHashSet<>();

    /** Where an arrow begins and ends. */
    record Ends(String from, String to) {

        /** Who is at the other end, if the node is at one. */
        Optional<String> other(String node) {
            return from.equals(node) ? Optional.of(to) : to.equals(node) ? Optional.of(from) : Optional.empty();
        }
    }

    FlowMap(Graph graph) {
        FlowTable table = FlowTable.of(graph);
        isFiltered =
                !graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation").isEmpty();
        flows = table.declared().stream()
                .filter(result -> result.holds() == Truth.TRUE)
                .map(FlowResult::flow)
                .filter(flow -> flow.kind() == DeclaredFlow.Kind.REQUIRED)
                .toList();
        flows.forEach(this::draw);
        Stream.concat(
                        table.undeclared().stream()
                                .filter(flow -> flow.certain() == Truth.TRUE)
                                .map(flow -> new Ends(owner(flow.from()), owner(flow.to()))),
                        table.declared().stream()
                                .filter(result -> result.holds() == Truth.FALSE)
                                .map(FlowResult::flow)
                                .filter(flow -> flow.kind() == DeclaredFlow.Kind.FORBIDDEN)
                                .flatMap(this::ends))
                .filter(ends -> !ends.from().equals(ends.to()))
                .forEach(unwanted::add);
    }

    /** In the order of the declared flows. */
    Set<String> nodes() {
        return nodes;
    }

    /** With their labels: ports, or the names of AWS's services. */
    Map<Ends, String> arrows() {
        return arrows;
    }

    /** What is possible though it is forbidden or no flow declares it; the ends are nodes or others. */
    Set<Ends> unwanted() {
        return unwanted;
    }

    /** The tier in which a node is, or an empty text if it is outside the VPC. */
    static String home(String node) {
        return HOMES.getOrDefault(node.split("/", 2)[0], "");
    }

    private void draw(DeclaredFlow flow) {
        for (String from : flow.from()) {
            for (String to : flow.to()) {
                String source = node(from);
                String target = node(to);
                boolean passesWaf = isFiltered && INTERNET.equals(source);
                String ports = flow.ports().toString();
                if (passesWaf) {
                    arrow(source, WAF, ports);
                }
                arrow(passesWaf ? WAF : source, target, AWS.equals(target) ? to.substring("aws/".length()) : ports);
            }
        }
    }

    private void arrow(String from, String to, String label) {
        nodes.add(from);
        nodes.add(to);
        arrows.merge(new Ends(from, to), label, (old, more) -> old + ", " + more);
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

    private Stream<Ends> ends(DeclaredFlow flow) {
        return flow.from().stream().flatMap(from -> flow.to().stream().map(to -> new Ends(owner(from), owner(to))));
    }

    /** The node that an endpoint is or belongs to; pods that no required flow speaks of are one. */
    private String owner(String endpoint) {
        if (endpoint.startsWith("aws/")) {
            return AWS;
        }
        return nodes.stream()
                .filter(node -> (endpoint + "/").startsWith(node + "/") || node.startsWith(endpoint + "/"))
                .findFirst()
                .orElse(endpoint.startsWith("pods") ? OTHER_PODS : endpoint.split("/", 2)[0]);
    }
}
