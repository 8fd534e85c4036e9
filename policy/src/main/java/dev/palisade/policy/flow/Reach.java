package dev.palisade.policy.flow;

import dev.palisade.policy.flow.Leg.Answers;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All stretches by which one endpoint may reach another. */
final class Reach {
    private final List<Filter> leaving;
    private final List<Filter> entering;
    private final Supplier<List<Stretch>> look;
    private final Supplier<List<Stretch>> lookAtAll;
    private @Nullable List<Stretch> stretches;
    private @Nullable List<Leg> legs;

    /** By these stretches. */
    Reach(List<Leg> legs) {
        this(List.of(), List.of(), () -> legs.stream().map(Stretch::of).toList());
    }

    /**
     * By stretches that are looked at only when they count: what the ends do not let through needs no look at the rest.
     *
     * @param leaving what the sender itself lets out
     * @param entering what the receiver itself lets in
     */
    Reach(List<Filter> leaving, List<Filter> entering, Supplier<List<Stretch>> look) {
        this(leaving, entering, look, look);
    }

    /**
     * As above, with stretches that let nothing through and only show that there is no way.
     *
     * @param lookAtAll gives the stretches and those
     */
    Reach(
            List<Filter> leaving,
            List<Filter> entering,
            Supplier<List<Stretch>> look,
            Supplier<List<Stretch>> lookAtAll) {
        this.leaving = List.copyOf(leaving);
        this.entering = List.copyOf(entering);
        this.look = look;
        this.lookAtAll = lookAtAll;
    }

    /** All by which something may get through. */
    private List<Stretch> stretches() {
        if (stretches == null) {
            stretches = List.copyOf(look.get());
        }
        return stretches;
    }

    List<Leg> legs() {
        if (legs == null) {
            legs = lookAtAll.get().stream()
                    .map(stretch -> stretch.leg(leaving, entering))
                    .toList();
        }
        return legs;
    }

    /** Whether the wanted packets arrive and are answered, from every place to every place. */
    Truth works(Traffic wanted) {
        List<Leg> sure = legs().stream().filter(leg -> !leg.byChance()).toList();
        if (sure.isEmpty()) {
            return Truth.FALSE;
        }
        Truth works = Truth.TRUE;
        for (Leg leg : sure) {
            Traffic asked = leg.packets().intersect(wanted);
            works = works.and(isWhole(leg, wanted, asked, false) ? Truth.TRUE : doubtful(leg, wanted, asked));
        }
        return works;
    }

    private static Truth doubtful(Leg leg, Traffic wanted, Traffic asked) {
        return isWhole(leg, wanted, asked, true) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static boolean isWhole(Leg leg, Traffic wanted, Traffic asked, boolean doubt) {
        return !asked.isEmpty()
                && Shortfall.of(asked, leg.passing(wanted, Answers.EVERY, doubt))
                        .isEmpty();
    }

    /** Whether any of these packets can arrive anywhere. */
    Truth leaks(Traffic packets) {
        Traffic perhaps = atTheEnds(packets, true);
        if (perhaps.isEmpty()) {
            return Truth.FALSE;
        }
        Traffic surely = atTheEnds(packets, false);
        Truth leaks = Truth.FALSE;
        for (Stretch stretch : stretches()) {
            if (stretch.arriving(true).overlaps(perhaps)) {
                if (stretch.arriving(false).overlaps(surely)) {
                    return Truth.TRUE;
                }
                leaks = Truth.UNKNOWN;
            }
        }
        return leaks;
    }

    /** In what order filters are passed does not change what passes all of them. */
    private Traffic atTheEnds(Traffic packets, boolean doubt) {
        return Filter.passing(entering, Filter.passing(leaving, packets, doubt), doubt);
    }

    /** The ports on which something may arrive. */
    PortSet ports() {
        return PortSet.union(stretches().stream()
                .map(stretch -> stretch.leg(leaving, entering)
                        .passing(Traffic.ALL, Answers.ANY, true)
                        .ports())
                .toList());
    }

    /** The hops of the packet that shows why the wanted traffic does not work as a whole. */
    List<Decision> obstacle(Traffic wanted) {
        for (boolean doubt : new boolean[] {true, false}) {
            for (Leg leg : legs()) {
                if (leg.byChance()) {
                    continue;
                }
                Traffic missing =
                        Shortfall.of(leg.packets().intersect(wanted), leg.passing(wanted, Answers.EVERY, doubt));
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
            for (Stretch stretch : stretches()) {
                Leg leg = stretch.leg(leaving, entering);
                Traffic passing = leg.passing(packets, Answers.ANY, doubt);
                if (!passing.isEmpty()) {
                    return leg.explain(passing.first(), Answers.ANY);
                }
            }
        }
        return List.of();
    }
}
