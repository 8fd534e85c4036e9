package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All places of a graph where packets begin or end. */
final class Endpoints {
    static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final String ADDRESS = "aws:ec2/eip:Eip";
    private static final String ADDRESS_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";
    private static final Property INSTANCE_SUBNET = Property.of(INSTANCE, "subnetId");
    private static final Property INSTANCE_GROUPS = Property.of(INSTANCE, "vpcSecurityGroupIds");
    private static final Property INSTANCE_PUBLIC = Property.of(INSTANCE, "associatePublicIpAddress");
    private static final Property ADDRESS_INSTANCE = Property.of(ADDRESS, "instance");
    private static final Property ASSOCIATED_INSTANCE = Property.of(ADDRESS_ASSOCIATION, "instanceId");
    private static final Property GROUP_VPC = Property.of(SecurityGroupRules.GROUP, "vpcId");

    private final Graph graph;
    private final Subnets subnets;
    private final SecurityGroups groups;
    private final Map<String, Endpoint> byName = new LinkedHashMap<>();
    /** Of all that are called alike. */
    private final Map<String, Set<Place>> placesOf = new HashMap<>();

    private final List<Endpoint> all;
    private final List<LoadBalancer> balancers;
    private final Filter metadata;

    Endpoints(Graph graph, Subnets subnets, SecurityGroups groups, RouteTables routes) {
        this.graph = graph;
        this.subnets = subnets;
        this.groups = groups;
        ControlPlane controlPlane = new ControlPlane(graph, subnets, groups);
        AddressSet deployers = controlPlane.deployers();
        AddressSet internet = Internet.addresses(subnets.local());
        outside("internet", Endpoint.Kind.INTERNET, internet.minus(deployers));
        outside("deployer", Endpoint.Kind.INTERNET, deployers);
        subnets.all().stream()
                .flatMap(subnet -> routes.of(subnet).stream())
                .filter(route -> route.kind() == Route.Kind.PEER)
                .forEach(this::peer);
        List<Pods> pods = new Workloads(graph).all();
        balancers = new LoadBalancers(graph, subnets, groups, pods).all();
        for (LoadBalancer balancer : balancers) {
            add(new Endpoint(
                    "load-balancer/" + balancer.name(),
                    Endpoint.Kind.INSIDE,
                    balancer.places(),
                    Optional.empty(),
                    Optional.of(balancer.listens()),
                    Optional.empty()));
        }
        Nodes nodes = new Nodes(graph, subnets, groups, controlPlane.ownGroup());
        List<Endpoint> machines = nodes.all();
        machines.forEach(this::add);
        pods(
                pods,
                machines.stream()
                        .flatMap(node -> node.places().stream())
                        .distinct()
                        .toList());
        controlPlane.all().forEach(this::add);
        graph.ofType(INSTANCE).forEach(this::instance);
        new VpcEndpoints(graph, subnets, groups).interfaces().forEach(this::add);
        new Databases(graph, subnets, groups).all().forEach(this::add);
        dataTier();
        AwsServices.NAMES.forEach(name ->
                add(Endpoint.of("aws/" + name, Endpoint.Kind.AWS, List.of(Place.outside(name, internet, Set.of())))));
        metadata = nodes.metadataFromPods();
        AddressSet linkLocal = AddressSet.parse("169.254.169.254/32");
        add(Endpoint.of("metadata", Endpoint.Kind.METADATA, List.of(Place.outside("metadata", linkLocal, Set.of()))));
        all = byName.values().stream()
                .map(endpoint -> endpoint.at(placesOf.getOrDefault(endpoint.name(), Set.of())))
                .toList();
    }

    List<Endpoint> all() {
        return all;
    }

    List<LoadBalancer> balancers() {
        return balancers;
    }

    Filter metadataFromPods() {
        return metadata;
    }

    private void add(Endpoint endpoint) {
        byName.putIfAbsent(endpoint.name(), endpoint);
        placesOf.computeIfAbsent(endpoint.name(), name -> new LinkedHashSet<>()).addAll(endpoint.places());
    }

    private void outside(String name, Endpoint.Kind kind, AddressSet addresses) {
        if (!addresses.isEmpty()) {
            add(Endpoint.of(name, kind, List.of(Place.outside(name, addresses, Set.of()))));
        }
    }

    private void peer(Route route) {
        outside("peer/" + route.key(), Endpoint.Kind.PEER, route.destinations());
    }

    private void pods(List<Pods> all, List<Place> places) {
        List<Place> hidden = places.stream()
                .map(place -> new Place(place.subnet(), place.groups(), place.addresses(), Truth.FALSE, Set.of()))
                .distinct()
                .toList();
        for (Pods pods : all) {
            boolean onHost = pods.hostNetwork() == Truth.TRUE;
            add(new Endpoint(
                    pods.name(),
                    Endpoint.Kind.INSIDE,
                    onHost ? places : hidden,
                    onHost ? Optional.empty() : Optional.of(pods),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private void instance(Resource instance) {
        Truth addressed = graph.referrers(instance, ADDRESS_INSTANCE)
                .exist()
                .or(graph.referrers(instance, ASSOCIATED_INSTANCE).exist());
        Groups own = groups.named(instance, INSTANCE_GROUPS, instance.get(INSTANCE_GROUPS));
        Value associate = instance.get(INSTANCE_PUBLIC);
        List<Place> places = subnets.named(graph.targets(instance, INSTANCE_SUBNET, Subnets.SUBNET)).stream()
                .map(subnet -> Place.in(
                        subnet, own, Subnets.isPublic(associate, subnet).or(addressed)))
                .toList();
        add(Endpoint.of("instance/" + instance.name(), Endpoint.Kind.INSIDE, places));
    }

    /** A machine in the data tier, in a group that nothing is in yet: where databases would be. */
    private void dataTier() {
        Set<String> used = new HashSet<>();
        placesOf.values()
                .forEach(places ->
                        places.forEach(place -> used.addAll(place.groups().keys())));
        List<Place> places = new ArrayList<>();
        for (Resource group : graph.ofType(SecurityGroupRules.GROUP)) {
            if (used.contains(group.urn())) {
                continue;
            }
            subnets.in(Subnets.vpc(graph, group, GROUP_VPC)).stream()
                    .filter(Endpoints::isForData)
                    .map(subnet ->
                            Place.in(subnet, new Groups(Set.of(group.urn()), true), subnet.givesPublicAddresses()))
                    .forEach(places::add);
        }
        if (subnets.all().stream().anyMatch(Endpoints::isForData)) {
            add(Endpoint.of("data-tier", Endpoint.Kind.INSIDE, places));
        }
    }

    private static boolean isForData(Subnet subnet) {
        return "data".equals(subnet.tags().get("Tier"));
    }
}
