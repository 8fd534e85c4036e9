package dev.palisade.policy.flow;

import dev.palisade.policy.flow.Leg.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the network itself does from one place to another, whoever is there: computed when it first counts, and once for
 * all that are there.
 */
final class Stretch {
    private final Traffic packets;
    private final List<Filter> narrow;
    private final Between between;
    private @Nullable Traffic surely;
    private @Nullable Traffic perhaps;

    /** The whole leg, with what its ends let out and in. */
    interface Between {
        Leg leg(List<Filter> leaving, List<Filter> entering);
    }

    /**
     * A stretch.
     *
     * @param packets all that could be sent there
     * @param narrow those of its filters that let little through: where they let nothing through, no other is read
     */
    Stretch(Traffic packets, List<Filter> narrow, Between between) {
        this.packets = packets;
        this.narrow = List.copyOf(narrow);
        this.between = between;
    }

    static Stretch of(Leg leg) {
        return new Stretch(leg.packets(), List.of(), leg::between);
    }

    Leg leg(List<Filter> leaving, List<Filter> entering) {
        return between.leg(leaving, entering);
    }

    /** The packets that the network lets arrive and be answered, on any port of the client's. */
    Traffic arriving(boolean doubt) {
        Traffic known = doubt ? perhaps : surely;
        if (known != null) {
            return known;
        }
        Traffic found = find(doubt);
        if (doubt) {
            perhaps = found;
        } else {
            surely = found;
        }
        return found;
    }

    private Traffic find(boolean doubt) {
        Traffic left = Filter.passing(narrow, packets, doubt);
        return left.isEmpty() ? left : leg(List.of(), List.of()).passing(left, Answers.ANY, doubt);
    }
}
