package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.AddressSet;
import java.util.List;

/** Addresses that are nobody's own: all but the private, shared, link-local and loopback ranges. */
final class Internet {
    static final AddressSet ADDRESSES = AddressSet.ALL.minus(AddressSet.parseAll(List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "fc00::/7",
            "fe80::/10",
            "::1/128")));

    private Internet() {}

    static boolean reaches(AddressSet addresses) {
        return addresses.overlaps(ADDRESSES);
    }

    /** The addresses that a text of the provider means; one that is no CIDR block is taken for the worst. */
    static AddressSet read(String cidr) {
        return AddressSet.read(cidr).orElse(AddressSet.ALL);
    }
}
