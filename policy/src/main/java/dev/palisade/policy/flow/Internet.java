package dev.palisade.policy.flow;

import java.util.List;

/** The addresses that the public internet routes. */
final class Internet {
    /**
     * Blocks of IPv4 that are not for the internet.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's special-purpose registry</a>
     */
    private static final AddressSet SPECIAL = AddressSet.parseAll(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "224.0.0.0/3"));

    private static final AddressSet UNICAST = AddressSet.IPV4.minus(SPECIAL).union(AddressSet.parse("2000::/3"));

    private Internet() {}

    /** All but those of the VPCs. */
    static AddressSet addresses(AddressSet local) {
        return UNICAST.minus(local);
    }
}
