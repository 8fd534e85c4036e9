package dev.palisade.policy.framework;

import java.util.Arrays;

/** One requirement of a standard, for example 5.3.1 of the CIS EKS benchmark. */
public record Control(Framework framework, String reference) {
    /**
     * Reads {@code "CIS EKS 5.3.1"}.
     *
     * @throws IllegalArgumentException if no known standard's prefix is followed by a reference
     */
    public static Control parse(String text) {
        return Arrays.stream(Framework.values())
                .filter(framework -> text.startsWith(framework.prefix() + " "))
                .findFirst()
                .map(framework ->
                        new Control(framework, text.substring(framework.prefix().length() + 1)))
                .filter(control -> !control.reference.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("no known standard in the control \"" + text + "\""));
    }

    @Override
    public String toString() {
        return framework.prefix() + " " + reference;
    }
}
