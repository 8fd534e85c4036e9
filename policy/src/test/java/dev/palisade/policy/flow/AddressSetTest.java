package dev.palisade.policy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressSetTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyOperationIsThatOfItsMembers(
            @ForAll("sets") AddressSet a, @ForAll("sets") AddressSet b, @ForAll("blocks") String block) {
        AddressSet one = AddressSet.parse(block).first();
        boolean inA = a.contains(one);
        boolean inB = b.contains(one);
        assertThat(a.union(b).contains(one)).isEqualTo(inA || inB);
        assertThat(a.intersect(b).contains(one)).isEqualTo(inA && inB);
        assertThat(a.minus(b).contains(one)).isEqualTo(inA && !inB);
        assertThat(a.overlaps(one)).isEqualTo(inA);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theAlgebraHolds(@ForAll("sets") AddressSet a, @ForAll("sets") AddressSet b, @ForAll("sets") AddressSet c) {
        assertThat(a.union(b)).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
        assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
        assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c))).isEqualTo(AddressSet.union(List.of(a, b, c)));
        assertThat(a.intersect(b.union(c))).isEqualTo(a.intersect(b).union(a.intersect(c)));
        assertThat(a.minus(b.union(c))).isEqualTo(a.minus(b).minus(c));
        assertThat(a.minus(b)).isEqualTo(a.intersect(AddressSet.ALL.minus(b)));
        assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
        assertThat(a.overlaps(b)).isEqualTo(!a.intersect(b).isEmpty());
        assertThat(a.contains(b)).isEqualTo(a.union(b).equals(a));
        assertThat(a.size().add(b.size()))
                .isEqualTo(a.union(b).size().add(a.intersect(b).size()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theBlocksAreTheSetAndNoTwoOfThemMakeOne(@ForAll("sets") AddressSet set) {
        List<String> cidrs = set.cidrs();
        assertThat(AddressSet.parseAll(cidrs)).isEqualTo(set);
        for (int i = 1; i < cidrs.size(); i++) {
            AddressSet pair = AddressSet.parse(cidrs.get(i - 1)).union(AddressSet.parse(cidrs.get(i)));
            assertThat(pair.cidrs()).hasSize(2);
        }
    }

    @Example
    void twoHalvesOfTheInternetAreTheInternet() {
        assertThat(AddressSet.parseAll(List.of("0.0.0.0/1", "128.0.0.0/1"))).isEqualTo(AddressSet.IPV4);
        assertThat(AddressSet.parseAll(List.of("::/1", "8000::/1"))).isEqualTo(AddressSet.IPV6);
        assertThat(AddressSet.ALL).hasToString("0.0.0.0/0, ::/0");
    }

    @Example
    void theTextIsCanonical() {
        assertThat(AddressSet.parse("10.0.0.77/24")).hasToString("10.0.0.0/24");
        assertThat(AddressSet.parse("10.0.0.7")).hasToString("10.0.0.7");
        assertThat(AddressSet.parse("2001:DB8:0:0:1:0:0:1")).hasToString("2001:db8::1:0:0:1");
        assertThat(AddressSet.parse("fe80::/10")).hasToString("fe80::/10");
        assertThat(AddressSet.parse("::1")).hasToString("::1");
        assertThat(AddressSet.parse("1:2:3:4:5:6:0:8")).hasToString("1:2:3:4:5:6:0:8");
        assertThat(AddressSet.parse("10.0.0.0/31").minus(AddressSet.parse("10.0.0.0")))
                .hasToString("10.0.0.1");
        assertThat(AddressSet.NONE).hasToString("no address");
    }

    @Example
    void aMappedAddressIsNoIpv4Address() {
        assertThat(AddressSet.IPV4.overlaps(AddressSet.parse("::ffff:10.0.0.1")))
                .isFalse();
        assertThat(AddressSet.parse("::ffff:10.0.0.1")).hasToString("::ffff:a00:1");
    }

    @Example
    void whatIsNoBlockIsRefused() {
        for (String text : List.of(
                "",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "::/129",
                "example.com",
                "1::2::3",
                "fe80::1%eth0",
                " 10.0.0.1",
                "12345::")) {
            assertThat(AddressSet.read(text)).as(text).isEmpty();
            assertThatThrownBy(() -> AddressSet.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"" + text + "\" is no IPv4 or IPv6 address or CIDR block");
        }
    }

    /** From a corner so small that blocks often meet, and the largest ones. */
    @Provide
    Arbitrary<String> blocks() {
        Arbitrary<String> ipv4 = Combinators.combine(
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.integers().between(27, 32))
                .as((last, prefix) -> "10.0.0." + last + "/" + prefix);
        Arbitrary<String> ipv6 = Combinators.combine(
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.integers().between(123, 128))
                .as((last, prefix) -> "fd00::" + Integer.toHexString(last) + "/" + prefix);
        Arbitrary<String> large =
                Arbitraries.of("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "255.255.255.255", "::/0", "8000::/1", "::");
        return Arbitraries.oneOf(ipv4, ipv6, large);
    }

    @Provide
    Arbitrary<AddressSet> sets() {
        Arbitrary<AddressSet> some = blocks().list().ofMaxSize(6).map(AddressSet::parseAll);
        return Combinators.combine(some, some).as(AddressSet::minus);
    }
}
