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

class PortSetTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyOperationIsThatOfItsMembers(
            @ForAll("sets") PortSet a,
            @ForAll("sets") PortSet b,
            @ForAll("protocols") String protocol,
            @ForAll("ports") int port) {
        PortSet one = PortSet.range(protocol, port, port);
        boolean inA = a.contains(one);
        boolean inB = b.contains(one);
        assertThat(a.union(b).contains(one)).isEqualTo(inA || inB);
        assertThat(a.intersect(b).contains(one)).isEqualTo(inA && inB);
        assertThat(a.minus(b).contains(one)).isEqualTo(inA && !inB);
        assertThat(a.overlaps(one)).isEqualTo(inA);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theAlgebraHolds(@ForAll("sets") PortSet a, @ForAll("sets") PortSet b, @ForAll("sets") PortSet c) {
        assertThat(a.union(b).union(c)).isEqualTo(PortSet.union(List.of(c, b, a)));
        assertThat(a.intersect(b.union(c))).isEqualTo(a.intersect(b).union(a.intersect(c)));
        assertThat(a.minus(b.union(c))).isEqualTo(a.minus(b).minus(c));
        assertThat(a.minus(b)).isEqualTo(a.intersect(PortSet.ALL.minus(b)));
        assertThat(a.contains(b)).isEqualTo(a.union(b).equals(a));
        assertThat(a.overlaps(b)).isEqualTo(!a.intersect(b).isEmpty());
        assertThat(a.size() + b.size())
                .isEqualTo(a.union(b).size() + a.intersect(b).size());
    }

    @Example
    void theTextNamesProtocolsAndPorts() {
        assertThat(PortSet.udp(53).union(PortSet.tcp(1024, 65535)).union(PortSet.tcp(80)))
                .hasToString("tcp 80, tcp 1024-65535, udp 53");
        assertThat(PortSet.protocol("TCP")).hasToString("all tcp");
        assertThat(PortSet.protocol("47")).hasToString("all protocol 47");
        assertThat(PortSet.ALL).hasToString("all traffic");
        assertThat(PortSet.NONE).hasToString("no port");
        assertThat(PortSet.ALL.minus(PortSet.protocol("6")).toString()).doesNotContain("tcp");
    }

    @Example
    void aRuleReadsAsAwsMeansIt() {
        assertThat(PortSet.rule("-1", 22, 22)).isEqualTo(PortSet.ALL);
        assertThat(PortSet.rule("6", 22, 22)).isEqualTo(PortSet.tcp(22));
        assertThat(PortSet.rule("tcp", -1, -1)).isEqualTo(PortSet.protocol("tcp"));
        assertThat(PortSet.rule("icmp", -1, -1)).isEqualTo(PortSet.protocol("icmp"));
        assertThat(PortSet.rule("icmp", 8, -1)).isEqualTo(PortSet.range("icmp", 2048, 2303));
        assertThat(PortSet.rule("icmp", 3, 4)).isEqualTo(PortSet.range("icmp", 772, 772));
        assertThat(PortSet.rule("47", 0, 0)).isEqualTo(PortSet.protocol("47"));
    }

    @Example
    void whatIsNoProtocolOrPortIsRefused() {
        assertThatThrownBy(() -> PortSet.protocol("http")).hasMessage("\"http\" is no IP protocol");
        assertThatThrownBy(() -> PortSet.protocol("256")).hasMessage("\"256\" is no IP protocol");
        assertThatThrownBy(() -> PortSet.tcp(443, 80)).hasMessage("no ports from 443 to 80");
        assertThatThrownBy(() -> PortSet.tcp(0, 65536)).hasMessage("no ports from 0 to 65536");
    }

    @Provide
    Arbitrary<String> protocols() {
        return Arbitraries.of("tcp", "udp", "icmp", "0", "255");
    }

    @Provide
    Arbitrary<Integer> ports() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 8), Arbitraries.integers().between(65530, 65535));
    }

    @Provide
    Arbitrary<PortSet> sets() {
        Arbitrary<PortSet> range = Combinators.combine(protocols(), ports(), ports())
                .as((protocol, one, other) -> PortSet.range(protocol, Math.min(one, other), Math.max(one, other)));
        Arbitrary<PortSet> any =
                Arbitraries.oneOf(range, protocols().map(PortSet::protocol), Arbitraries.of(PortSet.ALL));
        Arbitrary<PortSet> some = any.list().ofMaxSize(5).map(PortSet::union);
        return Combinators.combine(some, some).as(PortSet::minus);
    }
}
