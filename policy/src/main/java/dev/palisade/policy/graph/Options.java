package dev.palisade.policy.graph;

import java.util.List;

/**
 * Pulumi's own options of a resource, as far as policies judge them.
 *
 * <p>The engine tells a policy pack all of them but {@code retainOnDelete}; a stack's export has it.
 */
public record Options(
        boolean protect, boolean retainOnDelete, List<String> ignoreChanges, List<String> additionalSecretOutputs) {
    public static final Options NONE = new Options(false, false, List.of(), List.of());

    public Options {
        ignoreChanges = List.copyOf(ignoreChanges);
        additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    }
}
