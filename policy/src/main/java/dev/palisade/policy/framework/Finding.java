package dev.palisade.policy.framework;

/**
 * One policy's verdict on one resource, or on the stack.
 *
 * @param urn the resource's URN; the stack's for a {@link StackPolicy}
 */
public record Finding(Policy policy, String urn, Verdict verdict) {}
