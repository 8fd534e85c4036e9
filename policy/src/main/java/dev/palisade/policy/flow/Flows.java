package dev.palisade.policy.flow;

import dev.palisade.policy.flow.DeclaredFlow.Kind;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flows that are declared, and how a graph is held against them. */
public record Flows(List<DeclaredFlow> all) {
    public Flows {
        all = List.copyOf(all);
    }

    /** Those of {@code flows.yaml}, which is part of the pack. */
    public static Flows declared() {
        try (InputStream file = Flows.class.getResourceAsStream("/flows.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the pack has no flows.yaml");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads flows from YAML.
     *
     * @throws IllegalArgumentException if one is malformed, by its name
     */
    public static Flows read(String yaml) {
        return new Flows(FlowReader.read(yaml));
    }

    /** Holds a graph against all of them. */
    public FlowTable evaluate(Graph graph) {
        Network network = new Network(
                graph,
                all.stream()
                        .flatMap(flow -> Stream.concat(flow.from().stream(), flow.to().stream()))
                        .collect(Collectors.toSet()));
        Ways ways = new Ways(graph, network);
        Map<String, PortSet> spoken = new HashMap<>();
        List<FlowResult> results = new ArrayList<>();
        for (DeclaredFlow flow : all) {
            List<Network.Pair> pairs = network.pairs().stream()
                    .filter(pair -> flow.isAbout(pair.from(), pair.to()))
                    .toList();
            if (flow.kind() != Kind.FORBIDDEN) {
                pairs.forEach(pair -> spoken.merge(pair.key(), flow.ports(), PortSet::union));
            }
            results.add(
                    switch (flow.kind()) {
                        case REQUIRED -> required(flow, pairs, network);
                        case FORBIDDEN -> forbidden(flow, pairs, network, ways);
                        case ALLOWED -> new FlowResult(flow, Truth.TRUE, "may be possible", List.of());
                    });
        }
        return new FlowTable(results, undeclared(network, spoken));
    }

    private static FlowResult required(DeclaredFlow flow, List<Network.Pair> pairs, Network network) {
        String ends = "there is no " + String.join(", ", flow.from()) + " or no " + String.join(", ", flow.to());
        return pairs.stream()
                .map(pair -> required(flow, pair, network))
                .reduce(Flows::worse)
                .orElse(new FlowResult(flow, Truth.FALSE, ends, List.of()));
    }

    private static FlowResult required(DeclaredFlow flow, Network.Pair pair, Network network) {
        Traffic wanted = Traffic.on(flow.ports());
        Reach reach = network.reach(pair.from(), pair.to());
        Truth works = reach.works(wanted);
        String summary = pair.from().name() + " to " + pair.to().name() + " on " + flow.ports() + words(works);
        return new FlowResult(flow, works, summary, works == Truth.TRUE ? reach.way(wanted) : reach.obstacle(wanted));
    }

    private static String words(Truth works) {
        return switch (works) {
            case TRUE -> " works";
            case FALSE -> " does not work";
            case UNKNOWN -> " may not work";
        };
    }

    private FlowResult forbidden(DeclaredFlow flow, List<Network.Pair> pairs, Network network, Ways ways) {
        return pairs.stream()
                .map(pair -> forbidden(flow, pair.from(), pair.to(), network, ways))
                .reduce(Flows::worse)
                .orElse(new FlowResult(flow, Truth.TRUE, "no way", List.of()));
    }

    private static FlowResult worse(FlowResult one, FlowResult other) {
        return one.holds().and(other.holds()) == one.holds() ? one : other;
    }

    private FlowResult forbidden(DeclaredFlow flow, Endpoint from, Endpoint to, Network network, Ways ways) {
        PortSet excepted = PortSet.union(all.stream()
                .filter(one -> flow.except().contains(one.name()) && one.isAbout(from, to))
                .map(DeclaredFlow::ports)
                .toList());
        Traffic packets = Traffic.on(flow.ports().minus(excepted));
        Reach reach = network.reach(from, to);
        Truth leaks = reach.leaks(packets);
        List<Decision> path = leaks == Truth.FALSE ? List.of() : reach.way(packets);
        if (from.kind() == Endpoint.Kind.INTERNET || from.kind() == Endpoint.Kind.PEER) {
            for (Way way : ways.find(from, to)) {
                Truth counts =
                        way.exists().and(flow.unlessWaf() ? way.passesWaf().not() : Truth.TRUE);
                if (leaks.or(counts) != leaks) {
                    leaks = leaks.or(counts);
                    path = way.hops();
                }
            }
        }
        String summary = from.name() + (leaks == Truth.UNKNOWN ? " may reach " : " reaches ") + to.name();
        return new FlowResult(flow, leaks.not(), leaks == Truth.FALSE ? "no way" : summary, path);
    }

    /** The flows are an allow list: whatever else can be reached is found here. */
    private static List<UndeclaredFlow> undeclared(Network network, Map<String, PortSet> spoken) {
        return network.pairs().stream()
                .flatMap(pair ->
                        undeclared(pair.from(), pair.to(), network, spoken.getOrDefault(pair.key(), PortSet.NONE))
                                .stream())
                .toList();
    }

    private static Optional<UndeclaredFlow> undeclared(Endpoint from, Endpoint to, Network network, PortSet spoken) {
        Traffic beyond = Traffic.on(PortSet.ALL.minus(spoken));
        Reach reach = network.reach(from, to);
        Truth leaks = beyond.isEmpty() ? Truth.FALSE : reach.leaks(beyond);
        return leaks == Truth.FALSE
                ? Optional.empty()
                : Optional.of(new UndeclaredFlow(from.name(), to.name(), leaks, reach, spoken));
    }
}
