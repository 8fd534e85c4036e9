package dev.palisade.policy.flow;

import dev.palisade.policy.flow.Leg.Answers;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All stretches by which one endpoint may reach another. */
final class Reach {
    private final List<Filter> ends;
    private final Supplier<List<Leg>> look;
    private @Nullable List<Leg> legs;

    /** By these stretches. */
    Reach(List<Leg> legs) {
        this(List.of(), () -> legs);
    }

    /**
     * By stretches that are looked at only when they count.
     *
     * @param ends filters that all of the stretches have: what none of them lets through needs no look at the rest
     */
    Reach(List<Filter> ends, Supplier<List<Leg>> look) {
        this.ends = List.copyOf(ends);
        this.look = look;
    }

    List<Leg> legs() {
        if (legs == null) {
            legs = List.copyOf(look.get());
        }
        return legs;
    }

    /** Whether all of the wanted packets arrive and are answered, from every place to every place. */
    Truth works(Traffic wanted) {
        List<Leg> sure = legs().stream().filter(leg -> !leg.byChance()).toList();
        if (sure.isEmpty()) {
            return Truth.FALSE;
        }
        Truth works = Truth.TRUE;
        for (Leg leg : sure) {
            Traffic asked = leg.packets().intersect(wanted);
            boolean surely = leg.passing(wanted, Answers.EVERY, false).contains(asked) && !asked.isEmpty();
            works = works.and(surely ? Truth.TRUE : doubtful(leg, wanted, asked));
        }
        return works;
    }

    private static Truth doubtful(Leg leg, Traffic wanted, Traffic asked) {
        boolean perhaps = leg.passing(wanted, Answers.EVERY, true).contains(asked) && !asked.isEmpty();
        return perhaps ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether any of these packets can arrive anywhere. */
    Truth leaks(Traffic packets) {
        Traffic sent = packets;
        for (Filter end : ends) {
            sent = end.passing(sent, true);
            if (sent.isEmpty()) {
                return Truth.FALSE;
            }
        }
        Truth leaks = Truth.FALSE;
        for (Leg leg : legs()) {
            if (!leg.passing(packets, Answers.ANY, true).isEmpty()) {
                if (!leg.passing(packets, Answers.ANY, false).isEmpty()) {
                    return Truth.TRUE;
                }
                leaks = Truth.UNKNOWN;
            }
        }
        return leaks;
    }

    /** The ports on which something may arrive. */
    PortSet ports() {
        return PortSet.union(legs().stream()
                .map(leg -> leg.passing(Traffic.ALL, Answers.ANY, true).ports())
                .toList());
    }

    /** The hops of the packet that shows why the wanted traffic does not work as a whole. */
    List<Decision> obstacle(Traffic wanted) {
        for (boolean doubt : new boolean[] {true, false}) {
            for (Leg leg : legs()) {
                if (leg.byChance()) {
                    continue;
                }
                Traffic missing = leg.packets().intersect(wanted).minus(leg.passing(wanted, Answers.EVERY, doubt));
                if (!missing.isEmpty()) {
                    return leg.explain(missing.first(), Answers.EVERY);
                }
            }
        }
        return List.of();
    }

    /** The hops of a packet that arrives; of one that certainly does, if any does. */
    List<Decision> way(Traffic packets) {
        for (boolean doubt : new boolean[] {false, true}) {
            for (Leg leg : legs()) {
                Traffic passing = leg.passing(packets, Answers.ANY, doubt);
                if (!passing.isEmpty()) {
                    return leg.explain(passing.first(), Answers.ANY);
                }
            }
        }
        return List.of();
    }
}
