package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A grant outlives the session that made it, and shows in no policy: whoever may make grants can hand the key on. */
@PolicyInfo(
        title = "Grants on a key are made for AWS services alone",
        severity = Severity.HIGH,
        rows = {Row.C5, Row.X3, Row.X1},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 SC-12", "PCI DSS 3.6.1", "SOC 2 CC6.1"},
        why = "A grant to a principal of the caller's choice is a way round the key's policy that no review sees.",
        remedy = "Allow kms:CreateGrant only with kms:GrantIsForAWSResource, or through one service by kms:ViaService.",
        snippet = ".actions(\"kms:CreateGrant\").when(\"Bool\", \"kms:GrantIsForAWSResource\", \"true\")")
public final class KmsGrantsGoToServices implements ResourcePolicy {
    private static final String GRANT = "aws:kms/grant:Grant";
    private static final Property KEY_POLICY = Property.of(Keys.KEY, "policy");
    private static final Property INLINE = Property.of("aws:iam/rolePolicy:RolePolicy", "policy");
    private static final Property MANAGED = Property.of("aws:iam/policy:Policy", "policy");
    private static final Map<String, Property> DOCUMENTS =
            Map.of(KEY_POLICY.type(), KEY_POLICY, INLINE.type(), INLINE, MANAGED.type(), MANAGED);

    @Override
    public Set<String> types() {
        return Stream.concat(DOCUMENTS.keySet().stream(), Stream.of(GRANT)).collect(Collectors.toSet());
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(GRANT)) {
            return Verdict.fail("is a grant of the program's: a right that the key's policy does not show");
        }
        Property document = Objects.requireNonNull(DOCUMENTS.get(resource.type()));
        return Documents.each(
                resource.get(document),
                statement -> Verdict.require(
                        Truth.of(!statement.allows("kms:CreateGrant") || isForServices(statement)),
                        "lets grants be made to anybody: kms:CreateGrant without kms:GrantIsForAWSResource"));
    }

    private static boolean isForServices(PolicyStatement statement) {
        return statement.pins("kms:ViaService")
                || statement
                        .conditionsOn("kms:GrantIsForAWSResource")
                        .anyMatch(condition -> "bool".equals(condition.operator())
                                && !condition.ifExists()
                                && condition.values().equals(List.of("true")));
    }
}
