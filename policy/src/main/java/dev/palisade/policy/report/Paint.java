package dev.palisade.policy.report;

import dev.palisade.policy.gate.Standing;

/** Colour on a terminal, nothing elsewhere. */
public enum Paint {
    PLAIN,
    COLOUR;

    public String bold(String text) {
        return escape("1", text);
    }

    public String dim(String text) {
        return escape("2", text);
    }

    public String of(Standing standing, String text) {
        return switch (standing) {
            case PASS -> escape("32", text);
            case FAIL -> escape("1;31", text);
            case UNKNOWN -> escape("33", text);
            case EXEMPT -> escape("36", text);
            case NOT_APPLICABLE -> dim(text);
        };
    }

    private String escape(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
