package dev.palisade.policy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.flow.Leg.Answers;
import dev.palisade.policy.flow.NaiveNetwork.Packet;
import dev.palisade.policy.graph.Truth;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The solver calculates with sets; this holds it to what a loop over single packets says. */
class SolverAgreesWithNaiveEvaluationTest {
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void onSecurityGroupsAndNetworkAcls(@ForAll long seed) {
        NaiveNetwork naive = new NaiveNetwork(seed);
        Network network = new Network(naive.graph());
        Reach reach = network.reach(endpoint(network, "instance/machine-0"), endpoint(network, "instance/machine-1"));
        assertThat(reach.legs()).hasSize(1);
        Leg leg = reach.legs().get(0);
        Traffic any = leg.passing(Traffic.ALL, Answers.ANY, false);
        Traffic every = leg.passing(Traffic.ALL, Answers.EVERY, false);
        boolean leaks = false;
        for (Packet packet : naive.packets()) {
            Traffic one = traffic(packet);
            assertThat(any.contains(one)).as("%s, any answer", packet).isEqualTo(naive.passes(packet, false));
            assertThat(every.contains(one)).as("%s, every answer", packet).isEqualTo(naive.passes(packet, true));
            boolean stopped = leg.explain(one, Answers.ANY).stream().anyMatch(hop -> hop.passes() == Truth.FALSE);
            assertThat(stopped).as("%s, explained", packet).isEqualTo(!naive.passes(packet, false));
            leaks |= naive.passes(packet, false);
        }
        Traffic asked = Traffic.on(PortSet.parse("tcp 1-2, tcp 5000, udp 1-2, udp 5000"));
        assertThat(reach.leaks(asked)).isEqualTo(Truth.of(leaks));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void onNetworkPolicies(@ForAll long seed) {
        NaivePolicies naive = new NaivePolicies(seed);
        Network network = new Network(naive.graph());
        for (String from : naive.names()) {
            for (String to : naive.names()) {
                if (from.equals(to)) {
                    continue;
                }
                Reach reach = network.reach(endpoint(network, "pods/" + from), endpoint(network, "pods/" + to));
                for (int port : NaivePolicies.PORTS) {
                    boolean passes = naive.passes(from, to, port);
                    assertThat(reach.leaks(Traffic.on(PortSet.tcp(port))))
                            .as("%s to %s on %d", from, to, port)
                            .isEqualTo(Truth.of(passes));
                }
            }
        }
    }

    private static Traffic traffic(Packet packet) {
        return Traffic.of(
                AddressSet.parse("10.0.0." + packet.from()),
                AddressSet.parse("10.0.0." + packet.to()),
                PortSet.range(packet.protocol(), packet.port(), packet.port()));
    }

    private static Endpoint endpoint(Network network, String name) {
        return network.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
