package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.secrets.PlainSecrets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

@PolicyInfo(
        title = "Outputs of the stack that open something are marked as secret",
        severity = Severity.HIGH,
        rows = Row.C5,
        controls = {"NIST 800-53 SC-28", "NIST 800-53 IA-5(7)", "PCI DSS 8.3.2", "SOC 2 CC6.1", "GDPR 32(1)(a)"},
        why = "An output stands in clear text in the state, in the console and in the log of every run.",
        remedy = "Mark the output with asSecret().",
        snippet = "context.export(\"kubeconfig\", cluster.kubeconfig().asSecret())")
public final class OutputsAreMarkedSecret implements ResourcePolicy {
    @Override
    public Set<String> types() {
        return Set.of(Urn.STACK_TYPE);
    }

    @Override
    public Verdict check(Resource stack) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Map.Entry<String, Value> output : stack.outputs().values().entrySet()) {
            String name = output.getKey();
            boolean opens = PlainSecrets.isSettingOfOne(name);
            verdict = verdict.and(Verdict.require(
                    isKept(output.getValue(), opens), "the output " + name + " is not marked as secret"));
        }
        return verdict;
    }

    private static Truth isKept(Value value, boolean opens) {
        if (value.isSecret()) {
            return Truth.TRUE;
        }
        if (value instanceof Value.Fields fields) {
            return all(fields.values().values(), opens);
        }
        if (value instanceof Value.Items items) {
            return all(items.values(), opens);
        }
        if (value.isMissing()) {
            return Truth.TRUE;
        }
        // The engine hides an unknown value, and with it whether it is secret.
        return value.isUnknown() && opens
                ? Truth.UNKNOWN
                : Truth.of(!opens
                        && value.text()
                                .map(text -> !PlainSecrets.hasFormOfOne(text))
                                .orElse(true));
    }

    private static Truth all(Collection<Value> values, boolean opens) {
        return values.stream().map(value -> isKept(value, opens)).reduce(Truth.TRUE, Truth::and);
    }
}
