package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * One stretch between two places of the network, with every filter on it.
 *
 * @param packets all that could be sent there
 * @param forward what the packets have to pass
 * @param back the stateless filters that the answers have to pass, as seen by the answers
 * @param byChance whether the stretch exists only where both ends happen to be on one machine
 */
record Leg(Traffic packets, List<Filter> forward, List<Filter> back, boolean byChance) {
    private static final List<PortSet> ANSWERED = List.of(PortSet.protocol("tcp"), PortSet.protocol("udp"));

    /** Which answers count. */
    enum Answers {
        /** An attacker picks the client port, and UDP does harm without an answer. */
        ANY,
        /** A client works only if answers reach each of its ephemeral ports. */
        EVERY
    }

    Leg {
        forward = List.copyOf(forward);
        back = List.copyOf(back);
    }

    /** The same with what its ends let out and in. */
    Leg between(List<Filter> leaving, List<Filter> entering) {
        if (leaving.isEmpty() && entering.isEmpty()) {
            return this;
        }
        List<Filter> all = new ArrayList<>(leaving);
        all.addAll(forward);
        all.addAll(entering);
        return new Leg(packets, all, back, byChance);
    }

    /**
     * The packets that arrive and are answered.
     *
     * @param doubt what becomes of packets of which it is not known
     */
    Traffic passing(Traffic wanted, Answers answers, boolean doubt) {
        Traffic passing = Filter.passing(forward, packets.intersect(wanted), doubt);
        return back.isEmpty() || passing.isEmpty() ? passing : answered(passing, answers, doubt);
    }

    private Traffic answered(Traffic packets, Answers answers, boolean doubt) {
        List<Traffic> answered = new ArrayList<>();
        Traffic others = packets.minus(Traffic.on(PortSet.union(ANSWERED)));
        answered.add(others);
        for (PortSet protocol : ANSWERED) {
            Traffic asked = packets.intersect(Traffic.on(protocol));
            boolean needsNone = answers == Answers.ANY && !protocol.equals(PortSet.protocol("tcp"));
            if (asked.isEmpty() || needsNone) {
                answered.add(asked);
                continue;
            }
            Traffic expected = asked.reversed(protocol.intersect(PortSet.EPHEMERAL));
            Traffic arriving = expected;
            for (Filter filter : back) {
                arriving = filter.passing(arriving, doubt);
            }
            answered.add(
                    answers == Answers.ANY
                            ? asked.intersect(arriving.reversed(PortSet.ALL))
                            : asked.minus(expected.minus(arriving).reversed(PortSet.ALL)));
        }
        return Traffic.union(answered);
    }

    /** Hop by hop what becomes of one packet and its answer, up to what stops it. */
    List<Decision> explain(Traffic packet, Answers answers) {
        List<Decision> hops = new ArrayList<>();
        for (Filter filter : forward) {
            hops.add(filter.decide(packet));
            if (hops.get(hops.size() - 1).passes() == Truth.FALSE) {
                return hops;
            }
        }
        PortSet protocol = ANSWERED.stream()
                .filter(one -> one.contains(packet.ports()))
                .findFirst()
                .orElse(PortSet.NONE);
        boolean needsNone = answers == Answers.ANY && !protocol.equals(PortSet.protocol("tcp"));
        Traffic answer = needsNone ? Traffic.NONE : packet.reversed(protocol.intersect(PortSet.EPHEMERAL));
        for (Filter filter : back) {
            if (answer.isEmpty()) {
                return hops;
            }
            hops.add(answer(filter, answer, answers));
            if (hops.get(hops.size() - 1).passes() == Truth.FALSE) {
                return hops;
            }
            answer = filter.passing(answer, true);
        }
        return hops;
    }

    private static Decision answer(Filter filter, Traffic answer, Answers answers) {
        Traffic surely = filter.passing(answer, false);
        boolean enough = answers == Answers.EVERY ? surely.contains(answer) : !surely.isEmpty();
        if (enough) {
            Decision one = filter.decide(surely.first());
            return new Decision(Truth.TRUE, one.resource(), "the answer by " + one.rule());
        }
        Traffic perhaps = filter.passing(answer, true);
        boolean possible = answers == Answers.EVERY ? perhaps.contains(answer) : !perhaps.isEmpty();
        Traffic missing = possible ? answer.minus(surely) : answer.minus(perhaps);
        Traffic.Box box = missing.boxes().get(0);
        return new Decision(
                possible ? Truth.UNKNOWN : Truth.FALSE,
                filter.resource(),
                "the answer: no rule lets " + box.ports() + " back from " + box.from() + " to " + box.to());
    }
}
