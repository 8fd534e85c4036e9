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
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Outputs of the stack that open something are marked as secret",
        severity = Severity.HIGH,
        rows = Row.C5,
        controls = {"NIST 800-53 SC-28", "NIST 800-53 IA-5(7)", "PCI DSS 8.3.2", "SOC 2 CC6.1", "GDPR 32(1)(a)"},
        why = "An output stands in clear text in the state, in the console and in the log of every run.",
        remedy = "Mark the output with asSecret().",
        snippet = "context.export(\"kubeconfig\", cluster.kubeconfig().asSecret())")
public final class OutputsAreMarkedSecret implements ResourcePolicy {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(kube_?config|passw(or)?d|secret|token|private_?key|access_?key|api_?key|credential|connection_?string).*");
    private static final Pattern ABOUT = Pattern.compile("(?i).*(arn|name|url|uri|id|path)$");
    private static final Pattern FORM = Pattern.compile(
            "(AKIA|ASIA)[A-Z0-9]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|gh[pousr]_\\w{20,}|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@|client-key-data");

    @Override
    public Set<String> types() {
        return Set.of(Urn.STACK_TYPE);
    }

    @Override
    public Verdict check(Resource stack) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Map.Entry<String, Value> output : stack.outputs().values().entrySet()) {
            String name = output.getKey();
            boolean opens = NAME.matcher(name).matches() && !ABOUT.matcher(name).matches();
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
                        && value.text().map(text -> !FORM.matcher(text).find()).orElse(true));
    }

    private static Truth all(Collection<Value> values, boolean opens) {
        return values.stream().map(value -> isKept(value, opens)).reduce(Truth.TRUE, Truth::and);
    }
}
