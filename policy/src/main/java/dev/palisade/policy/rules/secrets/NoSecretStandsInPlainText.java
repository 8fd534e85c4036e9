package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.graph.Value;
import java.util.HashMap;
import java.util.Map;

/** What is marked as secret is encrypted in the state and may stand there. */
@PolicyInfo(
        title = "No secret stands in plain text in any input or stack output",
        severity = Severity.CRITICAL,
        rows = {Row.C5, Row.X6},
        controls = {
            "NIST 800-53 IA-5(7)",
            "NIST 800-53 SC-28",
            "PCI DSS 8.6.2",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)"
        },
        why = "Inputs and outputs are kept in the state, shown in previews, and printed by the pipeline.",
        remedy = "Put the value into Secrets Manager, or mark it as secret in the configuration or as an output.",
        snippet = "config.requireSecret(\"token\")")
public final class NoSecretStandsInPlainText implements StackPolicy {

    @Override
    public Verdict check(Graph graph) {
        Names names = new Names(new HashMap<>());
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            verdict = verdict.and(walk(resource, names, "", resource.inputs()));
            if (resource.is(Urn.STACK_TYPE)) {
                verdict = verdict.and(walk(resource, names, "", resource.outputs()));
            }
        }
        return verdict;
    }

    /** The same few names of properties come again and again. */
    private record Names(Map<String, Boolean> known) {
        boolean isNamedLikeOne(String name) {
            return known.computeIfAbsent(name, PlainSecrets::isNamedLikeOne);
        }
    }

    private static Verdict walk(Resource resource, Names names, String name, Value value) {
        if (value instanceof Value.Secret) {
            return Verdict.PASS;
        }
        if (value instanceof Value.Fields fields) {
            Verdict verdict = Verdict.NOT_APPLICABLE;
            for (Map.Entry<String, Value> field : fields.values().entrySet()) {
                verdict = verdict.and(walk(resource, names, field.getKey(), field.getValue()));
            }
            return verdict;
        }
        if (value instanceof Value.Items items) {
            return items.values().stream()
                    .map(item -> walk(resource, names, name, item))
                    .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
        }
        return leaf(resource, names, name, value);
    }

    private static Verdict leaf(Resource resource, Names names, String name, Value value) {
        if (value instanceof Value.Unknown && names.isNamedLikeOne(name)) {
            return Verdict.unknown(resource + " has a " + name + " of which is not known yet whether it is marked");
        }
        if (!(value instanceof Value.Text text)) {
            return Verdict.PASS;
        }
        boolean named = names.isNamedLikeOne(name) && !isReference(text.value());
        return named || PlainSecrets.hasFormOfOne(text.value())
                ? Verdict.fail(resource + " has a secret in plain text in " + name)
                : Verdict.PASS;
    }

    /** The ARN or path of a secret is none. */
    private static boolean isReference(String text) {
        return text.isBlank()
                || text.startsWith("arn:")
                || text.startsWith("/")
                || "true".equals(text)
                || "false".equals(text);
    }
}
