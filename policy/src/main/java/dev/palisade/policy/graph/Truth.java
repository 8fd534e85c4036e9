package dev.palisade.policy.graph;

import java.util.function.Supplier;

/** Kleene's three truth values: what a policy learns from a property that the engine may not know yet. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /** As {@link #and(Truth)}, but the other side is computed only where it can matter. */
    public Truth and(Supplier<Truth> other) {
        return this == FALSE ? FALSE : and(other.get());
    }

    /** As {@link #or(Truth)}, but the other side is computed only where it can matter. */
    public Truth or(Supplier<Truth> other) {
        return this == TRUE ? TRUE : or(other.get());
    }
}
