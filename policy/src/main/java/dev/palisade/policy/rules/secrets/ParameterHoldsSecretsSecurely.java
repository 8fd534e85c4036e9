package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "A parameter that holds a secret is a SecureString under a key of this stack",
        severity = Severity.HIGH,
        rows = {Row.X6, Row.C5},
        controls = {
            "NIST 800-53 SC-28",
            "NIST 800-53 IA-5(7)",
            "PCI DSS 8.3.2",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "Security Hub SSM.7"
        },
        why = "A String parameter is plain text to everybody with ssm:GetParameter.",
        remedy = "Make it a SecureString with the key's id.",
        snippet = "ParameterArgs.builder().type(\"SecureString\").keyId(key.arn())")
public final class ParameterHoldsSecretsSecurely implements RelationPolicy {

    private static final String PARAMETER = "aws:ssm/parameter:Parameter";
    private static final Property KIND = Property.of(PARAMETER, "type");
    private static final Property KEY = Property.of(PARAMETER, "keyId");
    private static final Property NAME = Property.of(PARAMETER, "name");
    private static final Property VALUE = Property.of(PARAMETER, "value");

    @Override
    public Set<String> types() {
        return Set.of(PARAMETER);
    }

    @Override
    public Verdict check(Resource parameter, Graph graph) {
        Value kind = parameter.get(KIND);
        if (kind.is("SecureString") == Truth.TRUE) {
            return Keys.encrypt(parameter, KEY, graph);
        }
        boolean secret = parameter.get(VALUE).isSecret()
                || PlainSecrets.isNamedLikeOne(parameter.get(NAME).text().orElse(parameter.name()));
        if (!secret) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(kind.is("SecureString"), "holds a secret and is not a SecureString");
    }
}
