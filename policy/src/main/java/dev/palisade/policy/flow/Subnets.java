package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The subnets of a graph, and the blocks of their VPCs. */
final class Subnets {
    static final String SUBNET = "aws:ec2/subnet:Subnet";
    static final String VPC = "aws:ec2/vpc:Vpc";
    private static final Property CIDR = Property.of(SUBNET, "cidrBlock");
    private static final Property CIDR6 = Property.of(SUBNET, "ipv6CidrBlock");
    private static final Property OF_VPC = Property.of(SUBNET, "vpcId");
    private static final Property PUBLIC = Property.of(SUBNET, "mapPublicIpOnLaunch");
    private static final Property TAGS = Property.of(SUBNET, "tags");
    private static final Property VPC_CIDR = Property.of(VPC, "cidrBlock");
    private static final Property VPC_CIDR6 = Property.of(VPC, "ipv6CidrBlock");

    private final Graph graph;
    private final Map<String, Subnet> byUrn = new LinkedHashMap<>();
    private final Map<Set<String>, List<Subnet>> byVpc = new HashMap<>();
    private final Map<Set<String>, AddressSet> locals = new HashMap<>();

    Subnets(Graph graph) {
        this.graph = graph;
        for (Resource resource : graph.ofType(SUBNET)) {
            Subnet subnet = read(resource);
            byUrn.put(subnet.urn(), subnet);
            byVpc.computeIfAbsent(subnet.vpc(), vpc -> new ArrayList<>()).add(subnet);
        }
    }

    private Subnet read(Resource subnet) {
        Optional<AddressSet> blocks = blocks(subnet.get(CIDR), subnet.get(CIDR6));
        Map<String, String> tags = new LinkedHashMap<>();
        subnet.get(TAGS).fields().forEach((key, value) -> value.text().ifPresent(text -> tags.put(key, text)));
        return new Subnet(
                subnet.urn(),
                subnet.name(),
                blocks.orElse(AddressSet.ALL),
                blocks.isPresent(),
                vpc(graph, subnet, OF_VPC),
                subnet.get(PUBLIC).isTrue(),
                tags);
    }

    /** The VPC that a property names: its URN, or its id where it is not of this graph. */
    static Set<String> vpc(Graph graph, Resource resource, Property property) {
        Set<String> vpcs = new LinkedHashSet<>();
        graph.targets(resource, property, VPC).resources().forEach(vpc -> vpcs.add(vpc.urn()));
        if (vpcs.isEmpty()) {
            resource.get(property).text().ifPresent(vpcs::add);
        }
        return vpcs;
    }

    private static Optional<AddressSet> blocks(Value cidr, Value cidr6) {
        List<AddressSet> blocks = new ArrayList<>();
        Optional<AddressSet> four = cidr.text().flatMap(AddressSet::read);
        if (four.isEmpty() && !cidr.isMissing()) {
            return Optional.empty();
        }
        four.ifPresent(blocks::add);
        cidr6.text().flatMap(AddressSet::read).ifPresent(blocks::add);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(AddressSet.union(blocks));
    }

    List<Subnet> all() {
        return List.copyOf(byUrn.values());
    }

    Optional<Subnet> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }

    /** The subnets that a property names. */
    List<Subnet> named(Targets targets) {
        return targets.resources().stream()
                .flatMap(resource -> find(resource.urn()).stream())
                .toList();
    }

    /** The blocks of a VPC; those of its subnets at least. */
    AddressSet local(Set<String> vpcs) {
        return locals.computeIfAbsent(vpcs, this::readLocal);
    }

    private AddressSet readLocal(Set<String> vpcs) {
        List<AddressSet> blocks = new ArrayList<>();
        for (String urn : vpcs) {
            graph.find(urn)
                    .filter(vpc -> vpc.is(VPC))
                    .flatMap(vpc -> blocks(vpc.get(VPC_CIDR), vpc.get(VPC_CIDR6)))
                    .ifPresent(blocks::add);
        }
        in(vpcs).forEach(subnet -> blocks.add(subnet.addresses()));
        return AddressSet.union(blocks);
    }

    /** The subnets of a VPC. */
    List<Subnet> in(Set<String> vpc) {
        return byVpc.getOrDefault(vpc, List.of());
    }

    /** The blocks of all VPCs. */
    AddressSet local() {
        List<AddressSet> blocks = new ArrayList<>();
        graph.ofType(VPC).forEach(vpc -> blocks.add(local(Set.of(vpc.urn()))));
        byUrn.values().stream()
                .filter(Subnet::addressesKnown)
                .map(Subnet::addresses)
                .forEach(blocks::add);
        return AddressSet.union(blocks);
    }

    static Truth isPublic(Value associate, Subnet subnet) {
        return associate.isMissing() ? subnet.givesPublicAddresses() : associate.isTrue();
    }
}
