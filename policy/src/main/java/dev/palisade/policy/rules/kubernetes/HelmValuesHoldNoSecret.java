package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.secrets.PlainSecrets;
import java.util.Map;
import java.util.Set;

@PolicyInfo(
        title = "Helm values hold no secret",
        severity = Severity.HIGH,
        rows = Row.C5,
        controls = {"NIST 800-53 IA-5(7)", "NIST 800-53 SC-28", "PCI DSS 8.6.2", "SOC 2 CC6.1"},
        why = "Values stand in clear text in the program, in the state and in the release that Helm keeps.",
        remedy = "Take secrets from a Secret, or let the chart's pods ask AWS by IRSA.",
        snippet = "Map.of(\"existingSecret\", \"database\")")
public final class HelmValuesHoldNoSecret implements ResourcePolicy {
    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        Value values = release.get(HelmRelease.VALUES);
        return Verdict.require(values.isUnknown() ? Truth.UNKNOWN : Truth.TRUE, "values hold a secret")
                .and(judge("values", values));
    }

    private static Verdict judge(String name, Value value) {
        Verdict verdict = Verdict.PASS;
        if (value.open() instanceof Value.Items items) {
            for (Value item : items.values()) {
                verdict = verdict.and(judge(name, item));
            }
        }
        for (Map.Entry<String, Value> entry : value.fields().entrySet()) {
            String key = entry.getKey();
            String place = name + "." + key;
            boolean secret = entry.getValue()
                    .text()
                    .filter(text -> PlainSecrets.isOne(key, text) && !isName(key))
                    .isPresent();
            verdict = verdict.and(judge(place, entry.getValue()))
                    .and(Verdict.require(Truth.of(!secret), place + " holds a secret in clear text"));
        }
        return verdict;
    }

    /** Charts call the name of a Secret just "secret", or switch tokens on and off. */
    private static boolean isName(String key) {
        return "imagePullSecret".equals(key)
                || key.startsWith("automount")
                || key.startsWith("create")
                || key.startsWith("enable");
    }
}
