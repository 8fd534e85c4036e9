package dev.palisade.platform.kubernetes;

import dev.palisade.platform.settings.StackSettings;
import java.util.Map;

/** Labels by which the API server itself holds a namespace's pods to a Pod Security profile. */
public final class PodSecurity {

    private static final String PREFIX = "pod-security.kubernetes.io/";

    private PodSecurity() {}

    /**
     * Audits and warns by {@code restricted} always, by the rules of the cluster's own version.
     *
     * @param enforced the profile that pods must keep to, e.g. {@code restricted}
     */
    public static Map<String, String> labels(String enforced, StackSettings settings) {
        var version = "v" + settings.cluster().version();
        return Map.of(
                PREFIX + "enforce", enforced,
                PREFIX + "enforce-version", version,
                PREFIX + "audit", "restricted",
                PREFIX + "audit-version", version,
                PREFIX + "warn", "restricted",
                PREFIX + "warn-version", version);
    }
}
