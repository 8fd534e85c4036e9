package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a policy says of a resource.
 *
 * @param reasons for FAIL what is wrong, for UNKNOWN what is not known; empty otherwise
 */
public record Verdict(Kind kind, List<String> reasons) {
    /** From the best to the worst. */
    public enum Kind {
        NOT_APPLICABLE,
        PASS,
        UNKNOWN,
        FAIL
    }

    public static final Verdict PASS = new Verdict(Kind.PASS, List.of());
    public static final Verdict NOT_APPLICABLE = new Verdict(Kind.NOT_APPLICABLE, List.of());

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public static Verdict fail(String reason) {
        return new Verdict(Kind.FAIL, List.of(reason));
    }

    public static Verdict unknown(String reason) {
        return new Verdict(Kind.UNKNOWN, List.of(reason));
    }

    /** PASS where the requirement holds, else FAIL or UNKNOWN with the words that say what is wrong. */
    public static Verdict require(Truth requirement, String otherwise) {
        return switch (requirement) {
            case TRUE -> PASS;
            case FALSE -> fail(otherwise);
            case UNKNOWN -> unknown("not known yet whether: " + otherwise);
        };
    }

    /** The worse of both; reasons of equally bad ones are joined. */
    public Verdict and(Verdict other) {
        if (kind != other.kind) {
            return kind.compareTo(other.kind) > 0 ? this : other;
        }
        if (reasons.isEmpty() || other.reasons.isEmpty()) {
            return other.reasons.isEmpty() ? this : other;
        }
        var joined = new LinkedHashSet<>(reasons);
        joined.addAll(other.reasons);
        return new Verdict(kind, new ArrayList<>(joined));
    }
}
