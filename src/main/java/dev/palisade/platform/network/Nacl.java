package dev.palisade.platform.network;

import dev.palisade.platform.network.Flow.End;
import dev.palisade.platform.network.Flow.Inside;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Computes a tier's network ACL from the flows. ACLs are stateless, so each flow yields a rule for its packets and one
 * for the answers to its client's ephemeral ports.
 */
public final class Nacl {

    /** One allowing rule; what no rule allows is denied. */
    public record Rule(int number, boolean egress, String protocol, Cidr peer, int fromPort, int toPort) {

        private boolean covers(Rule other) {
            return egress == other.egress
                    && protocol.equals(other.protocol)
                    && peer.contains(other.peer)
                    && fromPort <= other.fromPort
                    && toPort >= other.toPort;
        }
    }

    /** What NAT gateways and load balancers take; Linux takes a part of it. */
    private static final int EPHEMERAL_FROM = 1024;

    private static final int EPHEMERAL_TO = 65_535;
    private static final Cidr EVERYWHERE = new Cidr(0, 0);

    private Nacl() {}

    /** The rules of a tier in the order of their numbers, without those that another one covers. */
    public static List<Rule> rules(Tier tier, List<Flow> flows, CidrPlan plan) {
        var rules = flows.stream().flatMap(flow -> rules(tier, flow, plan)).toList();
        var kept = new ArrayList<Rule>();
        for (var rule : rules) {
            var redundant = rules.stream()
                    .anyMatch(other -> other.covers(rule) && (!rule.covers(other) || other.number() < rule.number()));
            if (!redundant) {
                kept.add(rule);
            }
        }
        return kept.stream()
                .sorted(Comparator.comparing(Rule::egress).thenComparing(Rule::number))
                .toList();
    }

    private static Stream<Rule> rules(Tier tier, Flow flow, CidrPlan plan) {
        var here = new Inside(tier);
        var rules = Stream.<Rule>builder();
        if (flow.from().equals(here)) {
            rules.add(request(flow, true, flow.to(), plan)).add(answer(flow, false, flow.to(), plan));
        }
        if (flow.to().equals(here)) {
            rules.add(request(flow, false, flow.from(), plan)).add(answer(flow, true, flow.from(), plan));
        }
        return rules.build();
    }

    private static Rule request(Flow flow, boolean egress, End peer, CidrPlan plan) {
        return new Rule(100 + 10 * flow.number(), egress, flow.protocol(), block(peer, plan), flow.port(), flow.port());
    }

    private static Rule answer(Flow flow, boolean egress, End peer, CidrPlan plan) {
        return new Rule(
                105 + 10 * flow.number(), egress, flow.protocol(), block(peer, plan), EPHEMERAL_FROM, EPHEMERAL_TO);
    }

    private static Cidr block(End end, CidrPlan plan) {
        return end instanceof Inside inside ? plan.tier(inside.tier()) : EVERYWHERE;
    }
}
