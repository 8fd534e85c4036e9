package dev.palisade.policy.gate;

import dev.palisade.policy.exemption.Exemption;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.framework.Verdict;
import java.util.Optional;

/**
 * A finding and what follows from it.
 *
 * @param exemption the documented exception that it falls under, if any
 */
public record Outcome(Finding finding, Enforcement.Level level, Optional<Exemption> exemption) {

    public Verdict.Kind kind() {
        return finding.verdict().kind();
    }

    /** A violation that no exemption covers. */
    public boolean isViolation() {
        return kind() == Verdict.Kind.FAIL && exemption.isEmpty();
    }

    public boolean isUnknown() {
        return kind() == Verdict.Kind.UNKNOWN && exemption.isEmpty();
    }

    /** Whether it alone stops the gate. */
    public boolean blocks() {
        return isViolation() && level == Enforcement.Level.MANDATORY;
    }
}
