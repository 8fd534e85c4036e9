package dev.palisade.policy.flow;

import java.util.Set;

/**
 * A route.
 *
 * @param key which NAT gateway, endpoint or peer it leads to
 * @param destinations the addresses that it takes
 * @param prefixLists ids of AWS's prefix lists that it takes
 * @param exact whether it is known that it exists and what it takes
 */
record Route(Kind kind, String key, AddressSet destinations, Set<String> prefixLists, boolean exact, String text) {
    /** What a route leads to. */
    enum Kind {
        LOCAL,
        INTERNET,
        NAT,
        EGRESS_ONLY,
        ENDPOINT,
        /** Another network: by peering, a transit or VPN gateway, or a machine. */
        PEER,
        UNKNOWN
    }

    static Route toward(Kind kind, String key, String table) {
        return new Route(kind, key, AddressSet.NONE, Set.of(), true, table);
    }

    static Route unknown(String why) {
        return new Route(Kind.UNKNOWN, "", AddressSet.ALL, Set.of(), false, why);
    }

    Route with(AddressSet addresses, Set<String> lists, boolean known) {
        String to = lists.isEmpty() ? addresses.toString() : String.join(", ", lists);
        return new Route(kind, key, addresses, lists, known, text + " leads " + to + " to " + words());
    }

    Route to(AddressSet addresses) {
        return new Route(kind, key, addresses, prefixLists, exact, text);
    }

    private String words() {
        return switch (kind) {
            case LOCAL -> "the VPC";
            case INTERNET -> "the internet gateway";
            case NAT -> "the NAT gateway";
            case EGRESS_ONLY -> "the egress-only gateway";
            case ENDPOINT -> "a VPC endpoint";
            case PEER -> key;
            case UNKNOWN -> "somewhere";
        };
    }
}
