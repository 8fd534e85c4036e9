package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** An unknown value carries no mark before it is known. */
@PolicyInfo(
        title = "The value of a secret is a Pulumi secret",
        severity = Severity.CRITICAL,
        rows = {Row.C5, Row.X6},
        controls = {"NIST 800-53 IA-5(7)", "PCI DSS 8.6.2", "HIPAA 164.312(a)(2)(iv)", "SOC 2 CC6.1", "GDPR 32(1)(a)"},
        why = "What is not marked stands in plain text in the state, in previews and in the log of the pipeline.",
        remedy = "Take the value from a secret of the configuration or mark the output as secret.",
        snippet = "SecretVersionArgs.builder().secretString(config.requireSecret(\"token\"))")
public final class SecretValueIsMarked implements ResourcePolicy {
    private static final String VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
    private static final String PARAMETER = "aws:ssm/parameter:Parameter";
    private static final Property STRING = Property.of(VERSION, "secretString");
    private static final Property BINARY = Property.of(VERSION, "secretBinary");
    private static final Property KIND = Property.of(PARAMETER, "type");
    private static final Property VALUE = Property.of(PARAMETER, "value");
    private static final Property INSECURE = Property.of(PARAMETER, "insecureValue");

    @Override
    public Set<String> types() {
        return Set.of(VERSION, PARAMETER);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(PARAMETER)
                && !"SecureString".equals(resource.get(KIND).text().orElse("SecureString"))) {
            return Verdict.NOT_APPLICABLE;
        }
        List<Property> values = resource.is(VERSION) ? List.of(STRING, BINARY) : List.of(VALUE, INSECURE);
        return values.stream()
                .map(property -> judge(property, resource.get(property)))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
    }

    private static Verdict judge(Property property, Value value) {
        if (value.isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (value.hasSecret()) {
            return Verdict.PASS;
        }
        return value.isUnknown()
                ? Verdict.unknown("not known yet whether " + property + " is marked as secret")
                : Verdict.fail("has a " + property + " that is not marked as secret");
    }
}
