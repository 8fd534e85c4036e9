package dev.palisade.policy.gate;

/** Where a row of the checklist, or a policy over all its resources, stands. From the best to the worst. */
public enum Standing {
    NOT_APPLICABLE,
    PASS,
    /** Violations, each under an exemption. */
    EXEMPT,
    UNKNOWN,
    FAIL;

    static Standing of(Outcome outcome) {
        if (outcome.exemption().isPresent()) {
            return EXEMPT;
        }
        return switch (outcome.kind()) {
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case PASS -> PASS;
            case UNKNOWN -> UNKNOWN;
            case FAIL -> FAIL;
        };
    }

    /** The worse of two. */
    public Standing worse(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
