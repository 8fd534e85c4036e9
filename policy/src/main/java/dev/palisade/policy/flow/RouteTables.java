package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the route table of each subnet leads. */
final class RouteTables {
    static final String NAT = "aws:ec2/natGateway:NatGateway";
    private static final String TABLE = "aws:ec2/routeTable:RouteTable";
    private static final String MAIN = "aws:ec2/defaultRouteTable:DefaultRouteTable";
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    private static final String MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
    private static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
    private static final Property ASSOCIATED_SUBNET = Property.of(ASSOCIATION, "subnetId");
    private static final Property ASSOCIATED_TABLE = Property.of(ASSOCIATION, "routeTableId");
    private static final Property MAIN_TABLE = Property.of(MAIN_ASSOCIATION, "routeTableId");
    private static final Property ROUTE_TABLE = Property.of(ROUTE, "routeTableId");
    private static final List<Property> DESTINATIONS = List.of(
            Property.of(ROUTE, "destinationCidrBlock"),
            Property.of(ROUTE, "destinationIpv6CidrBlock"),
            Property.of(ROUTE, "destinationPrefixListId"));
    private static final Property GATEWAY = Property.of(ROUTE, "gatewayId");
    private static final Property NAT_GATEWAY = Property.of(ROUTE, "natGatewayId");
    private static final Property EGRESS_ONLY = Property.of(ROUTE, "egressOnlyGatewayId");
    private static final Property PEERING = Property.of(ROUTE, "vpcPeeringConnectionId");
    private static final Property TRANSIT = Property.of(ROUTE, "transitGatewayId");
    private static final Property INTERFACE = Property.of(ROUTE, "networkInterfaceId");
    private static final Property ENDPOINT = Property.of(ROUTE, "vpcEndpointId");

    private final Graph graph;
    private final Subnets subnets;
    private final PrefixLists lists;
    private final Map<String, Resource> tableOf = new HashMap<>();
    private final Map<String, List<Route>> cache = new HashMap<>();
    private boolean decided = true;

    RouteTables(Graph graph, Subnets subnets) {
        this.graph = graph;
        this.subnets = subnets;
        this.lists = new PrefixLists(graph);
        for (Resource association : graph.ofType(ASSOCIATION)) {
            Targets tables = graph.targets(association, ASSOCIATED_TABLE, TABLE, MAIN);
            Targets of = graph.targets(association, ASSOCIATED_SUBNET, Subnets.SUBNET);
            boolean told =
                    tables.decided() && of.decided() && tables.resources().size() == 1;
            decided &= told;
            if (told) {
                of.resources()
                        .forEach(subnet ->
                                tableOf.put(subnet.urn(), tables.resources().get(0)));
            }
        }
    }

    /** The routes of a subnet, each with the destinations that no more specific one takes. */
    List<Route> of(Subnet subnet) {
        return cache.computeIfAbsent(subnet.urn(), urn -> effective(subnet));
    }

    /** The route table of a subnet: its own, else the main one as far as it is in the graph. */
    Optional<Resource> table(Subnet subnet) {
        return Optional.ofNullable(tableOf.get(subnet.urn())).or(this::main);
    }

    private List<Route> effective(Subnet subnet) {
        Optional<Resource> table = table(subnet);
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(Route.Kind.LOCAL, "", subnets.local(subnet.vpc()), Set.of(), true, "the local route"));
        table.ifPresent(found -> routes.addAll(read(found)));
        routes.sort(Comparator.comparing((Route route) -> route.kind() != Route.Kind.LOCAL)
                .thenComparing(route -> route.destinations().size()));
        List<Route> effective = new ArrayList<>();
        AddressSet taken = AddressSet.NONE;
        for (Route route : routes) {
            effective.add(route.to(route.destinations().minus(taken)));
            taken = route.exact() ? taken.union(route.destinations()) : taken;
        }
        if (!decided && tableOf.get(subnet.urn()) == null) {
            effective.add(Route.unknown("the route table of subnet " + subnet.name() + " is not known yet"));
        }
        return List.copyOf(effective);
    }

    private Optional<Resource> main() {
        Optional<Resource> chosen = graph.ofType(MAIN_ASSOCIATION).stream()
                .flatMap(one -> graph.targets(one, MAIN_TABLE, TABLE).resources().stream())
                .findFirst();
        return chosen.or(() -> graph.ofType(MAIN).stream().findFirst());
    }

    private List<Route> read(Resource table) {
        List<Route> routes = new ArrayList<>();
        String name = "route table " + table.name();
        Property inline = Property.of(table.type(), "routes");
        Function<String, Property> each = key -> Property.of(table.type(), "routes[]." + key);
        for (Value route : table.get(inline).items()) {
            List<Value> destinations = List.of(
                    route.get(each.apply("cidrBlock")),
                    route.get(each.apply("ipv6CidrBlock")),
                    route.get(each.apply("destinationPrefixListId")));
            routes.add(read(table, name, destinations, inline, property -> {
                String key = property.path().get(0);
                return route.get(each.apply(key));
            }));
        }
        Targets separate = graph.referrers(table, ROUTE_TABLE);
        for (Resource route : separate.resources()) {
            List<Value> destinations = DESTINATIONS.stream().map(route::get).toList();
            routes.add(read(route, name, destinations, null, route::get));
        }
        if (!separate.decided()) {
            routes.add(Route.unknown("a route belongs to a table not known yet"));
        }
        return routes;
    }

    private Route read(
            Resource holder,
            String table,
            List<Value> destinations,
            @Nullable Property inline,
            Function<Property, Value> route) {
        AddressSet addresses = AddressSet.NONE;
        Set<String> ofAws = Set.of();
        boolean exact = true;
        for (Value destination : destinations) {
            if (destination.isMissing()) {
                continue;
            }
            Optional<AddressSet> block = destination
                    .text()
                    .flatMap(AddressSet::read)
                    .or(() -> lists.addresses(holder, inline == null ? DESTINATIONS.get(2) : inline, destination));
            addresses = addresses.union(block.orElse(AddressSet.NONE));
            boolean isList =
                    destination.text().filter(text -> text.startsWith("pl-")).isPresent();
            if (block.isEmpty() && isList) {
                ofAws = Set.of(destination.text().orElseThrow());
            } else if (block.isEmpty()) {
                exact = false;
                addresses = AddressSet.ALL;
            }
        }
        return target(holder, inline, route, table).with(addresses, ofAws, exact);
    }

    private Route target(Resource holder, @Nullable Property inline, Function<Property, Value> route, String table) {
        Value nat = route.apply(NAT_GATEWAY);
        if (!nat.isMissing()) {
            Targets nats = graph.targets(holder, inline == null ? NAT_GATEWAY : inline, nat, NAT);
            String key = nats.resources().size() == 1 ? nats.resources().get(0).urn() : "";
            return Route.toward(Route.Kind.NAT, key, table);
        }
        Value gateway = route.apply(GATEWAY);
        if (!gateway.isMissing()) {
            Targets internet = graph.targets(holder, inline == null ? GATEWAY : inline, gateway, INTERNET_GATEWAY);
            return gateway(gateway.text().orElse("a gateway not known yet"), !internet.isEmpty(), table);
        }
        if (!route.apply(EGRESS_ONLY).isMissing()) {
            return Route.toward(Route.Kind.EGRESS_ONLY, "", table);
        }
        Value endpoint = route.apply(ENDPOINT);
        return endpoint.isMissing()
                ? peer(route, table)
                : Route.toward(Route.Kind.ENDPOINT, endpoint.text().orElse(""), table);
    }

    private static Route gateway(String id, boolean isInternet, String table) {
        if ("local".equals(id)) {
            return Route.toward(Route.Kind.LOCAL, "", table);
        }
        return isInternet || id.startsWith("igw-")
                ? Route.toward(Route.Kind.INTERNET, "", table)
                : Route.toward(Route.Kind.PEER, id, table);
    }

    private static Route peer(Function<Property, Value> route, String table) {
        return Stream.of(PEERING, TRANSIT, INTERFACE)
                .filter(peer -> !route.apply(peer).isMissing())
                .findFirst()
                .map(peer ->
                        Route.toward(Route.Kind.PEER, route.apply(peer).text().orElse(peer.toString()), table))
                .orElse(Route.toward(Route.Kind.PEER, "a target not known", table));
    }
}
