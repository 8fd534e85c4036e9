package dev.palisade.policy.exemption;

import java.time.LocalDate;
import java.util.List;

/**
 * One exception.
 *
 * @param id what a suppression in code names it by
 * @param policy the policy's id
 * @param resource the resource's {@code type::name}, the tail of its URN, the same in every stack
 * @param expires the last day on which it holds
 * @param evidence names of flows that must be proved for it to hold
 */
public record Exemption(
        String id,
        String policy,
        String resource,
        String reason,
        String owner,
        LocalDate expires,
        List<String> evidence) {
    public Exemption {
        evidence = List.copyOf(evidence);
    }
}
