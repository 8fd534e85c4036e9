package dev.palisade.policy.graph;

import java.util.List;

/**
 * Pulumi's own options of a resource, as far as policies judge them.
 *
 * <p>The engine tells a policy pack all of them but {@code retainOnDelete} and {@code external}; a stack's export has them.
 *
 * @param external whether the resource is only read, and made and changed elsewhere
 */
public record Options(
        boolean protect,
        boolean retainOnDelete,
        boolean external,
        List<String> ignoreChanges,
        List<String> additionalSecretOutputs) {
    public static final Options NONE = new Options(false, false, false, List.of(), List.of());

    public Options {
        ignoreChanges = List.copyOf(ignoreChanges);
        additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    }
}
