package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.flow.PortSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the cutting of rectangles against membership, packet by packet. */
class TrafficTest {
    @Property
    boolean whatIsLeftIsWhatTheOtherLacks(
            @ForAll("traffic") Traffic some, @ForAll("traffic") Traffic other, @ForAll("packet") Traffic packet) {
        boolean left = some.minus(other).stream().anyMatch(part -> contains(part, packet));
        return left == (contains(some, packet) && !contains(other, packet));
    }

    private static boolean contains(Traffic traffic, Traffic packet) {
        return traffic.addresses().contains(packet.addresses())
                && traffic.ports().contains(packet.ports());
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        Arbitrary<AddressSet> blocks = Arbitraries.integers().between(0, 3).flatMap(octet -> Arbitraries.integers()
                .between(0, 32)
                .map(prefix -> AddressSet.parse("10.0.0." + octet + "/" + prefix)));
        Arbitrary<PortSet> ports = Arbitraries.integers()
                .between(0, 5)
                .flatMap(first -> Arbitraries.integers().between(first, 5).map(last -> PortSet.tcp(first, last)));
        return Combinators.combine(blocks, ports).as(Traffic::new);
    }

    @Provide
    Arbitrary<Traffic> packet() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5))
                .as((octet, port) -> new Traffic(AddressSet.parse("10.0.0." + octet), PortSet.tcp(port)));
    }
}
