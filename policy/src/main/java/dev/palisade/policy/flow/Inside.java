package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The stretches that end at a place in a VPC. */
final class Inside {
    private final NetworkAcls acls;
    private final RouteTables routes;
    private final SecurityGroups groups;
    /** By the subnets from and to. */
    private final Map<String, Map<String, Filter>> hops = new HashMap<>();
    /** By the very places: pods are where others are, and what is known of two places is much to compare. */
    private final Map<Place, Map<Place, Stretch>> between = byIdentity();

    Inside(NetworkAcls acls, RouteTables routes, SecurityGroups groups) {
        this.acls = acls;
        this.routes = routes;
        this.groups = groups;
    }

    /** From place to place. */
    Stretch between(Place from, Place to) {
        return between.computeIfAbsent(from, place -> byIdentity())
                .computeIfAbsent(
                        to,
                        place -> new Stretch(
                                packets(from.addresses(), to.addresses()),
                                List.of(groups.egress(from, to), groups.ingress(from, to)),
                                (leaving, entering) -> between(from, to, leaving, entering)));
    }

    private static <V> Map<Place, V> byIdentity() {
        return new IdentityHashMap<>();
    }

    /** Inside of one subnet no network ACL and no route is asked. */
    private Leg between(Place from, Place to, List<Filter> leaving, List<Filter> entering) {
        List<Filter> forward = new ArrayList<>(leaving);
        List<Filter> back = new ArrayList<>();
        forward.add(groups.egress(from, to));
        if (!from.subnet().urn().equals(to.subnet().urn())) {
            NetworkAcl mine = acls.of(from.subnet());
            NetworkAcl its = acls.of(to.subnet());
            forward.add(mine.egress());
            forward.add(route(from, to));
            forward.add(its.ingress());
            back.add(its.egress());
            back.add(route(to, from));
            back.add(mine.ingress());
        }
        forward.add(groups.ingress(from, to));
        forward.addAll(entering);
        unknownAddresses(from, forward);
        unknownAddresses(to, forward);
        return new Leg(packets(from.addresses(), to.addresses()), forward, back, false);
    }

    private static void unknownAddresses(Place place, List<Filter> filters) {
        if (!place.subnet().addressesKnown()) {
            filters.add(Filter.unknown("subnet " + place.subnet().name(), "its addresses are not known yet"));
        }
    }

    /** Whether a route of the place leads into another network, or may do so. */
    boolean leavesItsVpc(Place place) {
        return routes.of(place.subnet()).stream()
                .anyMatch(route -> route.kind() == Route.Kind.PEER || route.kind() == Route.Kind.UNKNOWN);
    }

    private Filter route(Place from, Place to) {
        return hops.computeIfAbsent(from.subnet().urn(), urn -> new HashMap<>())
                .computeIfAbsent(to.subnet().urn(), urn -> readRoute(from, to));
    }

    private Filter readRoute(Place from, Place to) {
        boolean together = from.subnet().vpc().equals(to.subnet().vpc());
        List<Rule> rules = new ArrayList<>();
        for (Route route : routes.of(from.subnet())) {
            boolean leads = route.kind() == (together ? Route.Kind.LOCAL : Route.Kind.PEER);
            if (leads || route.kind() == Route.Kind.UNKNOWN) {
                rules.add(new Rule(
                        Traffic.of(AddressSet.ALL, route.destinations(), PortSet.ALL),
                        true,
                        route.exact(),
                        route.text()));
            }
        }
        String name = "routes of subnet " + from.subnet().name();
        return new Filter(name, rules, "no route leads to " + to.subnet().name());
    }

    /** From outside of the VPC, by its internet gateway or by peering; answers take the same way. */
    List<Stretch> entering(boolean byPeering, Place from, Place to) {
        List<Stretch> found = new ArrayList<>();
        AddressSet four = from.addresses().intersect(AddressSet.IPV4);
        Truth hasFour = byPeering ? Truth.TRUE : to.hasPublicAddress();
        if (hasFour != Truth.FALSE && !four.isEmpty()) {
            found.add(stretch(byPeering, four, from, to, hasFour));
        }
        AddressSet six = from.addresses().intersect(AddressSet.IPV6);
        if (to.addresses().overlaps(AddressSet.IPV6) && !six.isEmpty()) {
            found.add(stretch(byPeering, six, from, to, Truth.TRUE));
        }
        return found;
    }

    private Stretch stretch(boolean byPeering, AddressSet addresses, Place from, Place to, Truth addressed) {
        return new Stretch(
                packets(addresses, to.addresses()),
                List.of(groups.ingress(from, to)),
                (leaving, entering) -> entering(byPeering, addresses, from, to, addressed, entering));
    }

    private Leg entering(
            boolean byPeering, AddressSet addresses, Place from, Place to, Truth addressed, List<Filter> entering) {
        List<Filter> forward = new ArrayList<>();
        if (!byPeering && addressed == Truth.UNKNOWN) {
            forward.add(Filter.unknown("address in " + to.subnet().name(), "it is not known yet whether it is public"));
        }
        forward.add(gateway(byPeering, from, to));
        NetworkAcl acl = acls.of(to.subnet());
        forward.add(acl.ingress());
        forward.add(groups.ingress(from, to));
        forward.addAll(entering);
        unknownAddresses(to, forward);
        return new Leg(packets(addresses, to.addresses()), forward, List.of(acl.egress()), false);
    }

    /** A gateway hands packets to a subnet only if the subnet's routes lead the answers back to it. */
    private Filter gateway(boolean byPeering, Place from, Place to) {
        List<Rule> rules = new ArrayList<>();
        for (Route route : routes.of(to.subnet())) {
            boolean leads = byPeering
                    ? route.kind() == Route.Kind.PEER && from.subnet().name().equals("peer/" + route.key())
                    : route.kind() == Route.Kind.INTERNET;
            if (leads || route.kind() == Route.Kind.UNKNOWN) {
                rules.add(new Rule(
                        Traffic.of(route.destinations(), AddressSet.ALL, PortSet.ALL),
                        true,
                        route.exact(),
                        route.text()));
            }
        }
        String name = "routes of subnet " + to.subnet().name();
        return new Filter(name, rules, "none leads " + (byPeering ? "to that network" : "to an internet gateway"));
    }

    /** Nothing speaks from one family of addresses to the other. */
    static Traffic packets(AddressSet from, AddressSet to) {
        return Traffic.of(from.intersect(AddressSet.IPV4), to.intersect(AddressSet.IPV4), PortSet.ALL)
                .union(Traffic.of(from.intersect(AddressSet.IPV6), to.intersect(AddressSet.IPV6), PortSet.ALL));
    }
}
