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
import java.util.List;
import java.util.Set;

/** Pulumi encrypts in its state what is marked as secret, and nothing else. */
@PolicyInfo(
        title = "What a Secret holds is a secret to Pulumi too",
        severity = Severity.HIGH,
        rows = Row.C5,
        controls = {
            "CIS EKS 4.4.2",
            "NIST 800-53 SC-28",
            "PCI DSS 8.6.2",
            "SOC 2 CC6.1",
            "HIPAA 164.312(a)(2)(iv)",
            "GDPR 32(1)(a)"
        },
        why = "A value that is not marked stands in clear text in the state, in previews and in logs.",
        remedy = "Take the value from Config.requireSecret or mark it with asSecret().",
        snippet = "SecretArgs.builder().stringData(Output.of(Map.of(\"password\", password)).asSecret())")
public final class SecretIsHeldAsSecret implements ResourcePolicy {
    private static final String SECRET = "kubernetes:core/v1:Secret";
    private static final Property DATA = Property.of(SECRET, "data");
    private static final Property STRING_DATA = Property.of(SECRET, "stringData");

    @Override
    public Set<String> types() {
        return Set.of(SECRET);
    }

    /** What was asked for counts: the provider's answer is always marked. */
    @Override
    public Verdict check(Resource secret) {
        Verdict verdict = Verdict.PASS;
        for (Property property : List.of(DATA, STRING_DATA)) {
            Value data = secret.inputs().get(property);
            boolean whole = data.isSecret() || data.isMissing();
            verdict = verdict.and(Verdict.require(
                    data.isUnknown() && !whole ? Truth.UNKNOWN : Truth.of(whole || eachIsSecret(data)),
                    "stands in clear text in the state: " + property + " is not marked as secret"));
        }
        return verdict;
    }

    private static boolean eachIsSecret(Value data) {
        return data.fields().values().stream().allMatch(Value::isSecret);
    }
}
