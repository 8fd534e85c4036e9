package dev.palisade.policy.exemption;

/**
 * Why an exemption does not hold. Each stops the gate.
 *
 * @param exemption the exemption's id, or its place in the file where it has none
 * @param message what is wrong and what to do
 */
public record ExemptionProblem(String exemption, String message) {}
