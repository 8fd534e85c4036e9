package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The VPC endpoints of a graph. */
final class VpcEndpoints {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final String ROUTE_ASSOCIATION =
            "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
    private static final Property SERVICE = Property.of(ENDPOINT, "serviceName");
    private static final Property OF_VPC = Property.of(ENDPOINT, "vpcId");
    private static final Property TYPE = Property.of(ENDPOINT, "vpcEndpointType");
    private static final Property SUBNETS = Property.of(ENDPOINT, "subnetIds");
    private static final Property GROUPS = Property.of(ENDPOINT, "securityGroupIds");
    private static final Property TABLES = Property.of(ENDPOINT, "routeTableIds");
    private static final Property PRIVATE_DNS = Property.of(ENDPOINT, "privateDnsEnabled");
    private static final Property PREFIX_LIST = Property.of(ENDPOINT, "prefixListId");
    private static final Property ASSOCIATED_ENDPOINT = Property.of(ROUTE_ASSOCIATION, "vpcEndpointId");
    private static final Property ASSOCIATED_TABLE = Property.of(ROUTE_ASSOCIATION, "routeTableId");

    private final Graph graph;
    private final Subnets subnets;
    private final SecurityGroups groups;
    private final Map<String, Truth> answering = new HashMap<>();
    /** By service and VPC; the set is empty where that is not known. */
    private final Map<String, Map<Set<String>, List<Resource>>> gateways = new HashMap<>();

    VpcEndpoints(Graph graph, Subnets subnets, SecurityGroups groups) {
        this.graph = graph;
        this.subnets = subnets;
        this.groups = groups;
        for (Resource endpoint : graph.ofType(ENDPOINT)) {
            if (endpoint.get(TYPE).is("Interface") == Truth.TRUE) {
                answering.merge(service(endpoint), endpoint.get(PRIVATE_DNS).isTrue(), Truth::or);
            } else {
                gateways.computeIfAbsent(service(endpoint), service -> new LinkedHashMap<>())
                        .computeIfAbsent(Subnets.vpc(graph, endpoint, OF_VPC), vpc -> new ArrayList<>())
                        .add(endpoint);
            }
        }
    }

    /** The endpoints that have network interfaces, one for each service. */
    List<Endpoint> interfaces() {
        List<Endpoint> found = new ArrayList<>();
        for (Resource endpoint : graph.ofType(ENDPOINT)) {
            if (endpoint.get(TYPE).is("Interface") == Truth.TRUE) {
                Groups own = groups.named(endpoint, GROUPS, endpoint.get(GROUPS));
                List<Place> places = subnets.named(graph.targets(endpoint, SUBNETS, Subnets.SUBNET)).stream()
                        .map(subnet -> Place.in(subnet, own, Truth.FALSE))
                        .toList();
                found.add(Endpoint.of("vpc-endpoint/" + service(endpoint), Endpoint.Kind.INSIDE, places));
            }
        }
        return found;
    }

    /** The name of the service without region: {@code ecr.api}. */
    private static String service(Resource endpoint) {
        String[] parts = endpoint.get(SERVICE).text().orElse(endpoint.name()).split("\\.", 4);
        return parts[parts.length - 1];
    }

    /** Whether the service's own name leads to its endpoint in the VPC. */
    Truth answersFor(String service) {
        return answering.getOrDefault(service, Truth.FALSE);
    }

    /**
     * The gateway endpoint of a service in a route table.
     *
     * @param prefixList the id of the list of the service's addresses; empty where it is not known
     */
    record Gateway(String name, Set<String> prefixList, Truth inTable) {}

    /** Of several, the one that is in the table. */
    Optional<Gateway> gateway(String service, Subnet subnet, Optional<Resource> table) {
        Map<Set<String>, List<Resource>> byVpc = gateways.getOrDefault(service, Map.of());
        Stream<List<Resource>> serving = subnet.vpc().isEmpty()
                ? byVpc.values().stream()
                : Stream.of(subnet.vpc(), Set.<String>of()).map(vpc -> byVpc.getOrDefault(vpc, List.of()));
        return serving.flatMap(List::stream)
                .map(gateway -> gateway(gateway, table))
                .reduce((one, other) -> one.inTable().or(other.inTable()) == one.inTable() ? one : other);
    }

    private Gateway gateway(Resource endpoint, Optional<Resource> table) {
        Set<String> list = endpoint.get(PREFIX_LIST).text().map(Set::of).orElse(Set.of());
        return new Gateway(endpoint.name(), list, inTable(endpoint, table));
    }

    private Truth inTable(Resource endpoint, Optional<Resource> table) {
        if (table.isEmpty()) {
            return Truth.FALSE;
        }
        String urn = table.get().urn();
        Targets own = graph.targets(endpoint, TABLES, table.get().type());
        Truth named = own.any(one -> Truth.of(one.urn().equals(urn)));
        return named.or(graph.referrers(endpoint, ASSOCIATED_ENDPOINT).any(association -> graph.targets(
                        association, ASSOCIATED_TABLE, table.get().type())
                .any(one -> Truth.of(one.urn().equals(urn)))));
    }
}
