package dev.palisade.policy.gate;

import dev.palisade.policy.framework.Policy;
import java.util.Map;

/** How much a violation of each policy weighs. All are mandatory but those that a configuration made advisory. */
public record Enforcement(Map<String, Level> levels) {
    /** There is no level that switches a policy off: an exception is an exemption, for one resource and with a reason. */
    public enum Level {
        /** Reported, blocks nothing. */
        ADVISORY,
        /** Blocks. */
        MANDATORY
    }

    public static final Enforcement MANDATORY = new Enforcement(Map.of());

    public Enforcement {
        levels = Map.copyOf(levels);
    }

    public Level of(Policy policy) {
        return levels.getOrDefault(policy.id(), Level.MANDATORY);
    }
}
