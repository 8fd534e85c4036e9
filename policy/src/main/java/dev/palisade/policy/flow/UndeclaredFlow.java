package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.List;

/** Something that can be reached and that no line of {@code flows.yaml} speaks of. */
public final class UndeclaredFlow {
    private final String from;
    private final String to;
    private final Truth certain;
    private final Reach reach;
    private final PortSet spoken;

    /**
     * A flow beyond those of which the file speaks.
     *
     * @param certain TRUE where it is possible, UNKNOWN where it may be
     * @param spoken the ports of which the file speaks
     */
    UndeclaredFlow(String from, String to, Truth certain, Reach reach, PortSet spoken) {
        this.from = from;
        this.to = to;
        this.certain = certain;
        this.reach = reach;
        this.spoken = spoken;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    /** TRUE where it is possible, UNKNOWN where it may be. */
    public Truth certain() {
        return certain;
    }

    /** On what it is reached; looked for when it is asked, as a preview may have hundreds of flows not known yet. */
    public PortSet ports() {
        return reach.ports().minus(spoken);
    }

    /** Hop by hop what lets it through. */
    public List<Decision> path() {
        return reach.way(Traffic.on(PortSet.ALL.minus(spoken)));
    }

    /** The flow, its ports and its path in a sentence. */
    public String explanation() {
        String hops = String.join("; ", path().stream().map(Decision::toString).toList());
        return from + " reaches " + to + " on " + ports() + ", which no flow declares: " + hops;
    }
}
