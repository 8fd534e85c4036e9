package dev.palisade.policy.flow;

import dev.palisade.policy.flow.DeclaredFlow.Kind;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
        Network network = new Network(graph);
        Ways ways = new Ways(graph, network);
        List<FlowResult> results = new ArrayList<>();
        for (DeclaredFlow flow : all) {
            results.add(
                    switch (flow.kind()) {
                        case REQUIRED -> required(flow, network);
                        case FORBIDDEN -> forbidden(flow, network, ways);
                        case ALLOWED -> new FlowResult(flow, Truth.TRUE, "may be possible", List.of());
                    });
        }
        return new FlowTable(results, undeclared(network));
    }

    private static FlowResult required(DeclaredFlow flow, Network network) {
        Truth works = Truth.FALSE;
        String summary = "there is no " + String.join(", ", flow.from()) + " or no " + String.join(", ", flow.to());
        List<Decision> path = List.of();
        boolean found = false;
        Traffic wanted = Traffic.on(flow.ports());
        for (Endpoint from : network.endpoints()) {
            for (Endpoint to : network.endpoints()) {
                if (!flow.isAbout(from, to)) {
                    continue;
                }
                Reach reach = network.reach(from, to);
                Truth one = reach.works(wanted);
                boolean isWorse = !found || works.and(one) != works;
                works = found ? works.and(one) : one;
                found = true;
                if (isWorse) {
                    path = one == Truth.TRUE ? reach.way(wanted) : reach.obstacle(wanted);
                    summary = from.name() + " to " + to.name() + " on " + flow.ports() + words(one);
                }
            }
        }
        return new FlowResult(flow, works, summary, path);
    }

    private static String words(Truth works) {
        return switch (works) {
            case TRUE -> " works";
            case FALSE -> " does not work";
            case UNKNOWN -> " may not work";
        };
    }

    private FlowResult forbidden(DeclaredFlow flow, Network network, Ways ways) {
        FlowResult result = new FlowResult(flow, Truth.TRUE, "no way", List.of());
        for (Endpoint from : network.endpoints()) {
            for (Endpoint to : network.endpoints()) {
                if (flow.isAbout(from, to) && result.holds() != Truth.FALSE) {
                    result = worse(result, forbidden(flow, from, to, network, ways));
                }
            }
        }
        return result;
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
    private List<UndeclaredFlow> undeclared(Network network) {
        List<UndeclaredFlow> found = new ArrayList<>();
        for (Endpoint from : network.endpoints()) {
            for (Endpoint to : network.endpoints()) {
                if (from.name().equals(to.name())) {
                    continue;
                }
                PortSet spoken = PortSet.union(all.stream()
                        .filter(flow -> flow.kind() != Kind.FORBIDDEN && flow.isAbout(from, to))
                        .map(DeclaredFlow::ports)
                        .toList());
                Reach reach = network.reach(from, to);
                Traffic beyond = Traffic.on(PortSet.ALL.minus(spoken));
                Truth leaks = beyond.isEmpty() ? Truth.FALSE : reach.leaks(beyond);
                if (leaks != Truth.FALSE) {
                    PortSet ports = reach.ports().minus(spoken);
                    found.add(new UndeclaredFlow(from.name(), to.name(), ports, leaks, reach.way(beyond)));
                }
            }
        }
        return found;
    }
}
