package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Kubernetes API of EKS clusters: its interfaces in the VPC and its public endpoint. */
final class ControlPlane {
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final Property SUBNETS = Property.of(CLUSTER, "vpcConfig.subnetIds");
    private static final Property GROUPS = Property.of(CLUSTER, "vpcConfig.securityGroupIds");
    private static final Property OWN_GROUP = Property.of(CLUSTER, "vpcConfig.clusterSecurityGroupId");
    private static final Property PUBLIC = Property.of(CLUSTER, "vpcConfig.endpointPublicAccess");
    private static final Property PRIVATE = Property.of(CLUSTER, "vpcConfig.endpointPrivateAccess");
    private static final Property PUBLIC_CIDRS = Property.of(CLUSTER, "vpcConfig.publicAccessCidrs");
    private static final PortSet HTTPS = PortSet.tcp(443);

    private final Graph graph;
    private final Subnets subnets;
    private final SecurityGroups groups;

    ControlPlane(Graph graph, Subnets subnets, SecurityGroups groups) {
        this.graph = graph;
        this.subnets = subnets;
        this.groups = groups;
        for (Resource cluster : graph.ofType(CLUSTER)) {
            cluster.get(OWN_GROUP).text().ifPresent(groups::addClusterGroup);
        }
    }

    /** The group that EKS made for the first cluster. */
    Groups ownGroup() {
        return graph.ofType(CLUSTER).stream()
                .findFirst()
                .flatMap(cluster -> cluster.get(OWN_GROUP).text())
                .map(key -> new Groups(Set.of(key), true))
                .orElse(Groups.UNKNOWN);
    }

    List<Endpoint> all() {
        return graph.ofType(CLUSTER).stream().map(this::read).toList();
    }

    private Endpoint read(Resource cluster) {
        Groups more = groups.named(cluster, GROUPS, cluster.get(GROUPS));
        Optional<String> own = cluster.get(OWN_GROUP).text();
        Set<String> keys = new HashSet<>(more.keys());
        own.ifPresent(keys::add);
        Groups all = new Groups(keys, more.known() && own.isPresent());
        List<Place> places = subnets.named(graph.targets(cluster, SUBNETS, Subnets.SUBNET)).stream()
                .map(subnet -> Place.in(subnet, all, Truth.FALSE))
                .toList();
        String name = "EKS cluster " + cluster.name();
        Truth inside = cluster.get(PRIVATE).isTrue();
        List<Rule> rules = inside == Truth.FALSE
                ? List.of()
                : List.of(
                        new Rule(Traffic.on(HTTPS), true, inside == Truth.TRUE, "endpointPrivateAccess opens tcp 443"));
        return new Endpoint(
                "cluster-api/" + cluster.name(),
                Endpoint.Kind.INSIDE,
                places,
                Optional.empty(),
                Optional.of(new Filter(name, rules, "endpointPrivateAccess is off, or this is not tcp 443")),
                Optional.of(front(cluster, name)));
    }

    /** Without a list of CIDR blocks EKS lets everybody in. */
    private static Filter front(Resource cluster, String name) {
        Truth open = cluster.get(PUBLIC).isMissing()
                ? Truth.TRUE
                : cluster.get(PUBLIC).isTrue();
        List<Rule> rules = new ArrayList<>();
        Value cidrs = cluster.get(PUBLIC_CIDRS);
        List<Value> blocks =
                cidrs.isMissing() || (!cidrs.isUnknown() && cidrs.items().isEmpty())
                        ? List.of(Value.of("0.0.0.0/0"))
                        : cidrs.items();
        for (Value block : open == Truth.FALSE ? List.<Value>of() : blocks) {
            Optional<AddressSet> addresses = block.text().flatMap(AddressSet::read);
            Traffic match = Traffic.of(addresses.orElse(AddressSet.ALL), AddressSet.ALL, HTTPS);
            boolean exact = open == Truth.TRUE && addresses.isPresent();
            String text = "publicAccessCidrs has " + block.text().orElse("a block not known yet");
            rules.add(new Rule(match, true, exact, text));
        }
        return new Filter(name, rules, "its public endpoint is off, or lets in other addresses only");
    }

    /** Those of whom the public endpoint lets in few: blocks of up to 65,536 addresses. */
    AddressSet deployers() {
        List<AddressSet> few = new ArrayList<>();
        for (Resource cluster : graph.ofType(CLUSTER)) {
            for (String cidr : cluster.get(PUBLIC_CIDRS).texts()) {
                AddressSet.read(cidr)
                        .filter(block -> block.size().bitLength() <= 17)
                        .ifPresent(few::add);
            }
        }
        return AddressSet.union(few);
    }
}
