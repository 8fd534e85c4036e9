package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.secrets.PlainSecrets;
import java.util.Map;
import java.util.Set;

@PolicyInfo(
        title = "No secret stands in a ConfigMap",
        severity = Severity.HIGH,
        rows = Row.C5,
        controls = {"NIST 800-53 IA-5(7)", "PCI DSS 8.6.2", "SOC 2 CC6.1", "HIPAA 164.312(a)(2)(iv)"},
        why = "A ConfigMap is not encrypted and is read by everybody who may see the namespace.",
        remedy = "Keep the value in Secrets Manager, or in a Secret.",
        snippet = "SecretObjects.of(secret.arn(), \"url\")")
public final class ConfigMapHoldsNoSecret implements ResourcePolicy {
    private static final String CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
    private static final Property DATA = Property.of(CONFIG_MAP, "data");

    @Override
    public Set<String> types() {
        return Set.of(CONFIG_MAP);
    }

    @Override
    public Verdict check(Resource map) {
        Value data = map.get(DATA);
        Verdict verdict = Verdict.require(data.isUnknown() ? Truth.UNKNOWN : Truth.TRUE, "holds a secret in data");
        for (Map.Entry<String, Value> entry : data.fields().entrySet()) {
            verdict = verdict.and(Verdict.require(
                    PlainSecrets.isOne(entry.getKey().replace('.', '_').replace('-', '_'), entry.getValue())
                            .not(),
                    "holds a secret in data." + entry.getKey()));
        }
        return verdict;
    }
}
