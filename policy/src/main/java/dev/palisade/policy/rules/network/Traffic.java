package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.flow.PortSet;
import java.util.List;
import java.util.stream.Stream;

/** Packets by the address of the other side and by port: a rectangle of the two. */
record Traffic(AddressSet addresses, PortSet ports) {

    boolean isEmpty() {
        return addresses.isEmpty() || ports.isEmpty();
    }

    /** What is left without the other's packets, as rectangles that do not overlap. */
    List<Traffic> minus(Traffic other) {
        return Stream.of(
                        new Traffic(addresses.minus(other.addresses), ports),
                        new Traffic(addresses.intersect(other.addresses), ports.minus(other.ports)))
                .filter(rest -> !rest.isEmpty())
                .toList();
    }

    Traffic from(AddressSet some) {
        return new Traffic(addresses.intersect(some), ports);
    }
}
