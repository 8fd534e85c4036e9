package dev.palisade.policy.flow;

import dev.palisade.policy.flow.Endpoint.Kind;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The network of a graph: what stands between any two of its endpoints. */
final class Network {
    private final NetworkAcls acls;
    private final NetworkPolicies policies;
    private final SecurityGroups groups;
    private final Set<String> named;
    private final Endpoints endpoints;
    private final Inside inside;
    private final Meetings meetings;
    private final Map<String, LoadBalancer> balancers = new HashMap<>();
    private final Outbound outbound;
    private final List<Pair> pairs;
    private final Map<String, Reach> cache = new HashMap<>();

    Network(Graph graph) {
        this(graph, Set.of());
    }

    /** A network of which some endpoints are spoken of by name. */
    Network(Graph graph, Set<String> named) {
        this.named = Set.copyOf(named);
        Subnets subnets = new Subnets(graph);
        RouteTables routes = new RouteTables(graph, subnets);
        acls = new NetworkAcls(graph, subnets);
        policies = new NetworkPolicies(graph);
        groups = new SecurityGroups(graph);
        endpoints = new Endpoints(graph, subnets, groups, routes);
        endpoints.balancers().forEach(balancer -> balancers.put("load-balancer/" + balancer.name(), balancer));
        inside = new Inside(acls, routes, groups);
        meetings = new Meetings(inside::leavesItsVpc);
        outbound = new Outbound(graph, subnets, routes, acls, groups);
        pairs = distinctPairs();
    }

    List<Endpoint> endpoints() {
        return endpoints.all();
    }

    /** Two different endpoints. */
    record Pair(Endpoint from, Endpoint to) {
        /** What tells it from all others; cheaper than to compare all that is known of the two. */
        String key() {
            return from.name() + " > " + to.name();
        }
    }

    /**
     * Every endpoint with every other. Of workloads that network policies cannot tell apart two stand for all, but those
     * that are named are always among them. What is in no subnet neither sends nor receives.
     */
    List<Pair> pairs() {
        return pairs;
    }

    private List<Pair> distinctPairs() {
        Map<Object, Integer> alike = new HashMap<>();
        List<Endpoint> distinct = endpoints().stream()
                .filter(endpoint -> endpoint.kind() != Kind.INSIDE
                        || endpoint.isInCluster()
                        || !endpoint.places().isEmpty())
                .filter(endpoint -> named.contains(endpoint.name())
                        || endpoint.pods()
                                .map(pods -> alike.merge(pods.kind(), 1, Integer::sum) <= 2)
                                .orElse(true))
                .toList();
        return distinct.stream()
                .flatMap(from -> distinct.stream()
                        .filter(to -> !from.name().equals(to.name()))
                        .map(to -> new Pair(from, to)))
                .toList();
    }

    List<LoadBalancer> balancers() {
        return endpoints.balancers();
    }

    /** By which ways one endpoint may reach another, directly: load balancers are ends of their own. */
    Reach reach(Endpoint from, Endpoint to) {
        String key = new Pair(from, to).key();
        Reach known = cache.get(key);
        if (known == null) {
            known = find(from, to);
            cache.put(key, known);
        }
        return known;
    }

    private Reach find(Endpoint from, Endpoint to) {
        return switch (from.kind()) {
            case INSIDE -> outgoing(from, to);
            case INTERNET, PEER -> to.kind() == Kind.INSIDE ? inbound(from, to) : new Reach(List.of());
            case AWS, METADATA -> new Reach(List.of());
        };
    }

    private Reach outgoing(Endpoint from, Endpoint to) {
        return switch (to.kind()) {
            case INSIDE -> within(from, to);
            case INTERNET, PEER -> leading(from, to, place -> outbound.legs(place, to));
            case AWS -> toAws(from, to);
            case METADATA -> metadata(from, to);
        };
    }

    private Reach inbound(Endpoint from, Endpoint to) {
        Place outside = from.places().get(0);
        Reach byNetwork = new Reach(List.of(), entering(from, to), () -> to.places().stream()
                .flatMap(place -> inside.entering(from.kind() == Kind.PEER, outside, place).stream())
                .toList());
        if (to.front().isEmpty() || from.kind() != Kind.INTERNET) {
            return byNetwork;
        }
        Traffic packets = Traffic.of(outside.addresses(), Internet.addresses(AddressSet.NONE), PortSet.ALL);
        List<Leg> legs = new ArrayList<>(byNetwork.legs());
        legs.add(new Leg(packets, List.of(to.front().get()), List.of(), false));
        return new Reach(legs);
    }

    private Reach within(Endpoint from, Endpoint to) {
        return new Reach(
                leaving(from, to),
                entering(from, to),
                () -> within(from, to, meetings::joined),
                () -> within(from, to, meetings::each));
    }

    private interface Pairing {
        void each(Endpoint from, Endpoint to, BiConsumer<Place, Place> pair);
    }

    private List<Stretch> within(Endpoint from, Endpoint to, Pairing pairs) {
        List<Stretch> stretches = new ArrayList<>();
        pairs.each(from, to, (one, other) -> stretches.add(inside.between(one, other)));
        if (from.isOf("pods") && to.isInCluster()) {
            Traffic packets = Traffic.of(addresses(from), addresses(to), PortSet.ALL);
            stretches.add(Stretch.of(new Leg(packets, List.of(), List.of(), true)));
        }
        return stretches;
    }

    private static AddressSet addresses(Endpoint endpoint) {
        AddressSet addresses = AddressSet.union(
                endpoint.places().stream().map(Place::addresses).toList());
        return addresses.isEmpty() ? AddressSet.parse("100.64.0.1/32") : addresses;
    }

    private Reach toAws(Endpoint from, Endpoint to) {
        String service = to.name().substring("aws/".length());
        Truth answers = outbound.answersFor(service);
        if (answers != Truth.FALSE) {
            Optional<Endpoint> endpoint = endpoints.all().stream()
                    .filter(one -> one.name().equals("vpc-endpoint/" + service))
                    .findFirst();
            if (endpoint.isPresent()) {
                return reach(from, endpoint.get());
            }
        }
        return leading(from, to, place -> outbound.toAws(place, to, service));
    }

    private Reach metadata(Endpoint from, Endpoint to) {
        AddressSet own = addresses(from);
        List<Filter> filters = new ArrayList<>(leaving(from, to));
        if (from.pods().isPresent()) {
            filters.add(endpoints.metadataFromPods());
        } else if (!from.isInCluster() && !from.isOf("instance")) {
            filters.add(Filter.closed(from.name(), "it is no machine with a metadata service"));
        }
        AddressSet there = to.places().get(0).addresses();
        return new Reach(List.of(new Leg(Traffic.of(own, there, PortSet.tcp(80)), filters, List.of(), false)));
    }

    /** What an endpoint itself lets out, before the network sees it. */
    private List<Filter> leaving(Endpoint from, Endpoint to) {
        List<Filter> filters = new ArrayList<>();
        from.pods().ifPresent(pods -> filters.add(policies.egress(pods, to.pods())));
        LoadBalancer balancer = balancers.get(from.name());
        if (balancer != null) {
            filters.add(balancer.sends(to));
        }
        return filters;
    }

    /** What an endpoint itself lets in, after the network. */
    private List<Filter> entering(Endpoint from, Endpoint to) {
        List<Filter> filters = new ArrayList<>();
        to.accepts().ifPresent(filters::add);
        to.pods().ifPresent(pods -> filters.add(policies.ingress(pods, from.pods())));
        return filters;
    }

    /** Out of the network, from each place of the sender. */
    private Reach leading(Endpoint from, Endpoint to, Function<Place, List<Leg>> legs) {
        return new Reach(leaving(from, to), List.of(), () -> from.places().stream()
                .flatMap(place -> legs.apply(place).stream())
                .map(Stretch::of)
                .toList());
    }
}
