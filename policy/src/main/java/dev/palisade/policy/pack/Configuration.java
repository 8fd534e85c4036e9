package dev.palisade.policy.pack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Enforcement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** What {@code --policy-pack-config} sets. */
final class Configuration {
    private Configuration() {}

    /**
     * The enforcement levels that a configuration sets.
     *
     * @throws IllegalArgumentException with every error, if a policy is unknown or would be switched off
     */
    static Enforcement enforcement(List<Policy> policies, Map<String, PolicyConfig> configs) {
        Set<String> known = policies.stream().map(Policy::id).collect(Collectors.toSet());
        Map<String, Enforcement.Level> levels = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        configs.forEach((id, config) -> {
            if (!known.contains(id)) {
                errors.add("\"" + id + "\" is no policy of this pack; ./palisade policies lists them");
            } else if (config.getEnforcementLevel() == EnforcementLevel.DISABLED) {
                errors.add("\"" + id + "\" cannot be switched off: exempt the one resource in exemptions.yaml,"
                        + " or set the level to advisory");
            } else if (config.getEnforcementLevel() == EnforcementLevel.ADVISORY) {
                levels.put(id, Enforcement.Level.ADVISORY);
            }
        });
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("policy configuration: " + String.join("; ", errors));
        }
        return new Enforcement(levels);
    }
}
