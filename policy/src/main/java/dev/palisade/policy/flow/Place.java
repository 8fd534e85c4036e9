package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.Map;
import java.util.Set;

/**
 * Where a network interface is: in a subnet, in security groups, perhaps with a public address.
 *
 * @param addresses what addresses it may have
 * @param hasPublicAddress whether the internet has an IPv4 address for it
 * @param prefixLists ids of AWS's prefix lists that its addresses are in
 */
record Place(Subnet subnet, Groups groups, AddressSet addresses, Truth hasPublicAddress, Set<String> prefixLists) {
    static Place in(Subnet subnet, Groups groups, Truth hasPublicAddress) {
        return new Place(subnet, groups, subnet.addresses(), hasPublicAddress, Set.of());
    }

    /** Somewhere outside of every VPC of the graph. */
    static Place outside(String name, AddressSet addresses, Set<String> prefixLists) {
        Subnet nowhere = new Subnet("", name, addresses, true, Set.of(), Truth.FALSE, Map.of());
        return new Place(nowhere, new Groups(Set.of(), true), addresses, Truth.TRUE, prefixLists);
    }
}
