package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Charts keep resources at the top of their values, or below each component, which then names its image too. */
@PolicyInfo(
        title = "Charts are told what their pods may use",
        severity = Severity.MEDIUM,
        rows = Row.C3,
        controls = {"NIST 800-53 SC-5", "NIST 800-53 SC-6", "SOC 2 A1.1", "GDPR 32(1)(b)"},
        why =
                "Most charts set no limits by themselves; a controller that leaks memory then takes its node's other pods with it.",
        remedy = "Set requests and limits for cpu and memory in the values, for each component that has an image.",
        snippet = "Map.of(\"requests\", Map.of(\"cpu\", \"100m\", \"memory\", \"128Mi\"))")
public final class ChartResourcesAreBounded implements ResourcePolicy {
    private static final Map<String, Quantity> MOST =
            new TreeMap<>(Map.of("cpu", Quantity.of("4"), "memory", Quantity.of("4Gi")));

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        Value values = release.get(HelmRelease.VALUES);
        if (values.isUnknown()) {
            return Verdict.unknown("not known yet: its values");
        }
        List<Value> components = new ArrayList<>();
        for (Value component : values.fields().values()) {
            Set<String> keys = component.fields().keySet();
            if (keys.contains("image") || keys.contains("resources")) {
                components.add(component);
            }
        }
        if (components.isEmpty()) {
            components.add(values);
        }
        return components.stream()
                .map(component -> judge(component.field("resources")))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static Verdict judge(Value resources) {
        Verdict verdict = Verdict.PASS;
        for (Map.Entry<String, Quantity> most : MOST.entrySet()) {
            String kind = most.getKey();
            Value request = resources.field("requests").field(kind);
            Value limit = resources.field("limits").field(kind);
            verdict = verdict.and(Verdict.require(
                            Quantity.is(limit, max -> max.isPositiveUpTo(most.getValue())),
                            "leaves its pods without a sensible bound for " + kind + ": values, resources.limits"))
                    .and(Verdict.require(
                            Quantity.is(request, Quantity::isPositive).and(() -> Quantity.atMost(request, limit)),
                            "asks for no " + kind + ", or more than its limit: values, resources.requests"));
        }
        return verdict;
    }
}
