package dev.palisade.policy.framework;

/** How bad a violation is, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
