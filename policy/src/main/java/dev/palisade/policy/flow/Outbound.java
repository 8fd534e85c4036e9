package dev.palisade.policy.flow;

import dev.palisade.policy.flow.Route.Kind;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stretches that lead out of a VPC: by internet gateway, NAT, peering, or to AWS by a gateway endpoint. */
final class Outbound {
    private static final Property NAT_SUBNET = Property.of(RouteTables.NAT, "subnetId");

    private final Graph graph;
    private final Subnets subnets;
    private final RouteTables routes;
    private final NetworkAcls acls;
    private final SecurityGroups groups;
    private final VpcEndpoints vpcEndpoints;

    Outbound(Graph graph, Subnets subnets, RouteTables routes, NetworkAcls acls, SecurityGroups groups) {
        this.graph = graph;
        this.subnets = subnets;
        this.routes = routes;
        this.acls = acls;
        this.groups = groups;
        this.vpcEndpoints = new VpcEndpoints(graph, subnets, groups);
    }

    Truth answersFor(String service) {
        return vpcEndpoints.answersFor(service);
    }

    /** One stretch for each route, and one that ends nowhere for what no route takes. */
    List<Leg> legs(Place from, Endpoint to) {
        Place outside = to.places().get(0);
        Traffic left = Inside.packets(from.addresses(), outside.addresses());
        List<Leg> legs = new ArrayList<>();
        for (Route route : routes.of(from.subnet())) {
            boolean isWanted = to.kind() == Endpoint.Kind.PEER
                    ? route.kind() == Kind.PEER && to.name().equals("peer/" + route.key())
                    : leadsToInternet(route, from);
            if (isWanted || route.kind() == Kind.UNKNOWN) {
                Traffic toward = Traffic.of(AddressSet.ALL, route.destinations(), PortSet.ALL);
                Traffic packets = left.intersect(toward).intersect(family(route, from));
                if (!packets.isEmpty()) {
                    legs.add(leg(packets, from, outside, route));
                    left = left.minus(packets);
                }
            }
        }
        if (!left.isEmpty()
                && (legs.isEmpty() || left.overlaps(Traffic.of(AddressSet.IPV4, AddressSet.ALL, PortSet.ALL)))) {
            Filter nowhere = Filter.closed("routes of subnet " + from.subnet().name(), "none leads to " + to.name());
            legs.add(new Leg(left, List.of(nowhere), List.of(), false));
        }
        return legs;
    }

    private static boolean leadsToInternet(Route route, Place from) {
        return switch (route.kind()) {
            case INTERNET ->
                from.hasPublicAddress() != Truth.FALSE || from.addresses().overlaps(AddressSet.IPV6);
            case NAT, EGRESS_ONLY -> true;
            case LOCAL, ENDPOINT, PEER, UNKNOWN -> false;
        };
    }

    private static Traffic family(Route route, Place from) {
        Traffic six = Traffic.of(AddressSet.IPV6, AddressSet.IPV6, PortSet.ALL);
        return switch (route.kind()) {
            case INTERNET -> from.hasPublicAddress() == Truth.FALSE ? six : Traffic.ALL;
            case EGRESS_ONLY -> six;
            case NAT -> Traffic.of(AddressSet.IPV4, AddressSet.IPV4, PortSet.ALL);
            case LOCAL, ENDPOINT, PEER, UNKNOWN -> Traffic.ALL;
        };
    }

    private Leg leg(Traffic packets, Place from, Place outside, Route route) {
        NetworkAcl acl = acls.of(from.subnet());
        List<Filter> forward = new ArrayList<>();
        forward.add(groups.egress(from, outside));
        forward.add(acl.egress());
        Rule rule = new Rule(Traffic.ALL, true, route.exact(), route.text());
        forward.add(new Filter("routes of subnet " + from.subnet().name(), List.of(rule), route.text()));
        if (from.hasPublicAddress() == Truth.UNKNOWN && route.kind() == Kind.INTERNET) {
            forward.add(
                    Filter.unknown("address in " + from.subnet().name(), "it is not known yet whether it is public"));
        }
        List<Filter> back = new ArrayList<>();
        if (route.kind() == Kind.NAT) {
            nat(route, from, forward, back);
        }
        back.add(acl.ingress());
        return new Leg(packets, forward, back, false);
    }

    /** A packet through NAT crosses the ACL of the gateway's subnet twice, and so does its answer. */
    private void nat(Route route, Place from, List<Filter> forward, List<Filter> back) {
        Optional<Subnet> in = graph.find(route.key()).stream()
                .flatMap(nat -> subnets.named(graph.targets(nat, NAT_SUBNET, Subnets.SUBNET)).stream())
                .findFirst();
        if (in.isEmpty()) {
            forward.add(Filter.unknown("NAT gateway", "its subnet is not known yet"));
            return;
        }
        NetworkAcl acl = acls.of(in.get());
        if (!in.get().urn().equals(from.subnet().urn())) {
            forward.add(acl.ingress());
        }
        forward.add(acl.egress());
        List<Rule> rules = routes.of(in.get()).stream()
                .filter(one -> one.kind() == Kind.INTERNET || one.kind() == Kind.UNKNOWN)
                .map(one -> new Rule(
                        Traffic.of(AddressSet.ALL, one.destinations(), PortSet.ALL), true, one.exact(), one.text()))
                .toList();
        String name = "routes of subnet " + in.get().name();
        forward.add(new Filter(name, rules, "none leads from the NAT gateway to an internet gateway"));
        back.add(acl.ingress());
        if (!in.get().urn().equals(from.subnet().urn())) {
            back.add(acl.egress());
        }
    }

    /** To an API of AWS: by the gateway endpoint in the subnet's route table, else as to the internet. */
    List<Leg> toAws(Place from, Endpoint to, String service) {
        var gateway = vpcEndpoints.gateway(service, from.subnet(), routes.table(from.subnet()));
        if (gateway.isEmpty() || gateway.get().inTable() == Truth.FALSE) {
            return legs(from, to).stream().map(Outbound::overIpv4).toList();
        }
        AddressSet addresses = to.places().get(0).addresses().intersect(AddressSet.IPV4);
        Place there = Place.outside(service, addresses, gateway.get().prefixList());
        NetworkAcl acl = acls.of(from.subnet());
        String text = "gateway endpoint " + gateway.get().name() + " takes it";
        Rule rule = new Rule(Traffic.ALL, true, gateway.get().inTable() == Truth.TRUE, text);
        Filter routed = new Filter("routes of subnet " + from.subnet().name(), List.of(rule), text);
        List<Filter> forward = List.of(groups.egress(from, there), acl.egress(), routed);
        Traffic packets = Inside.packets(from.addresses(), addresses);
        return List.of(new Leg(packets, forward, List.of(acl.ingress()), false));
    }

    private static Leg overIpv4(Leg leg) {
        Traffic four = leg.packets().intersect(Traffic.of(AddressSet.IPV4, AddressSet.IPV4, PortSet.ALL));
        return new Leg(four, leg.forward(), leg.back(), four.isEmpty() || leg.byChance());
    }
}
