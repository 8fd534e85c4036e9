package dev.palisade.policy.pack;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.gate.Enforcement;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** What {@code --policy-pack-config} sets: how much each policy weighs, and the values of its parameters. */
record Configuration(List<Policy> policies, Enforcement enforcement) {
    Configuration {
        policies = List.copyOf(policies);
    }

    /**
     * The policies as a configuration wants them.
     *
     * @throws IllegalArgumentException with every error, if a policy or parameter is unknown, a value is of the wrong
     *     kind, or a policy would be switched off
     */
    static Configuration of(List<Policy> policies, Map<String, PolicyConfig> configs) {
        List<String> errors = new ArrayList<>();
        Map<String, Enforcement.Level> levels = levels(policies, configs, errors);
        List<Policy> configured = policies.stream()
                .map(policy -> configs.containsKey(policy.id())
                        ? configured(policy, configs.get(policy.id()), errors)
                        : policy)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("policy configuration: " + String.join("; ", errors));
        }
        return new Configuration(configured, new Enforcement(levels));
    }

    private static Map<String, Enforcement.Level> levels(
            List<Policy> policies, Map<String, PolicyConfig> configs, List<String> errors) {
        Set<String> known = policies.stream().map(Policy::id).collect(Collectors.toSet());
        Map<String, Enforcement.Level> levels = new LinkedHashMap<>();
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
        return levels;
    }

    private static Policy configured(Policy policy, PolicyConfig config, List<String> errors) {
        if (!(policy instanceof Parameterised parameterised)) {
            if (config.getProperties().getFieldsCount() > 0) {
                errors.add("\"" + policy.id() + "\" has no parameters");
            }
            return policy;
        }
        try {
            return parameterised.with(Arguments.of(parameterised.parameters(), given(config)));
        } catch (IllegalArgumentException wrong) {
            errors.add("\"" + policy.id() + "\": " + wrong.getMessage());
            return policy;
        }
    }

    private static Map<String, Object> given(PolicyConfig config) {
        Map<String, Object> given = new LinkedHashMap<>();
        Values.of(config.getProperties()).values().forEach((name, value) -> given.put(name, plain(value)));
        return given;
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Items items) {
            return items.values().stream().map(Configuration::plain).toList();
        }
        return value instanceof Value.Num number
                ? (Object) number.value()
                : value.text().orElse("");
    }
}
