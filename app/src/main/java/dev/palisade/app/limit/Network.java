package dev.palisade.app.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one client: an IPv4 address, or the /64 network that one IPv6 client has to itself. */
final class Network {
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** The client behind an address that is written in digits; text that is no address stands for itself. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // Holds a colon, so it is never looked up as a name.
            return InetAddress.getByName(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), PREFIX_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
