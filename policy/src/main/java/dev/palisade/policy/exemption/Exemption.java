package dev.palisade.policy.exemption;

import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.graph.Urn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One exception.
 *
 * @param id what a suppression in code names it by
 * @param policy the policy's id; {@code <analyser>/<rule>} for a finding of static analysis
 * @param resource the resource's {@code type::name}, the tail of its URN, the same in every stack; {@code stack} for
 *     what is judged of the stack as a whole; the path of the file for a finding of static analysis
 * @param expires the last day on which it holds
 * @param evidence names of flows that must be proved, and ids of policies that must pass, for it to hold
 */
public record Exemption(
        String id,
        String policy,
        String resource,
        String reason,
        String owner,
        LocalDate expires,
        List<String> evidence) {
    /** The resource of a finding on the stack as a whole. */
    static final String STACK = "stack";

    public Exemption {
        evidence = List.copyOf(evidence);
    }

    /** Whether it is about a finding in the code, not in a graph. */
    public boolean isInCode() {
        return policy.contains("/");
    }

    /** How many more days it holds: 0 on the last one, negative afterwards. */
    public long daysLeft(Clock clock) {
        return ChronoUnit.DAYS.between(LocalDate.now(clock), expires);
    }

    boolean isAbout(Finding finding) {
        return finding.policy().id().equals(policy) && isAbout(finding.urn());
    }

    boolean isAbout(String urn) {
        if (urn.isEmpty()) {
            return false;
        }
        Urn parts = Urn.parse(urn);
        return Urn.STACK_TYPE.equals(parts.type())
                ? STACK.equals(resource)
                : resource.equals(parts.type() + "::" + parts.name());
    }
}
