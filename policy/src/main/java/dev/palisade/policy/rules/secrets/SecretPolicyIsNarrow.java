package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.Set;

@PolicyInfo(
        title = "A secret's policy is open to nobody but named principals",
        severity = Severity.CRITICAL,
        rows = {Row.X6, Row.C5},
        controls = {"NIST 800-53 AC-3", "PCI DSS 7.2.1", "HIPAA 164.312(a)(1)", "SOC 2 CC6.1", "GDPR 32(1)(b)"},
        why = "A resource policy with a wildcard gives the secret to every AWS account.",
        remedy = "Name the roles that read it, and block public policies.",
        snippet = "SecretPolicyArgs.builder().blockPublicPolicy(true)")
public final class SecretPolicyIsNarrow implements RelationPolicy {

    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
    private static final Property INLINE = Property.of(SECRET, "policy");
    private static final Property SEPARATE = Property.of(POLICY, "policy");
    private static final Property OF = Property.of(POLICY, "secretArn");
    private static final Property BLOCK = Property.of(POLICY, "blockPublicPolicy");

    @Override
    public Set<String> types() {
        return Set.of(SECRET, POLICY);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(SECRET)) {
            return resource.get(INLINE).isMissing()
                    ? Verdict.require(
                            graph.referrers(resource, OF).exist(), "has no policy: IAM alone decides who reads it")
                    : Documents.each(resource.get(INLINE), SecretPolicyIsNarrow::judge);
        }
        return Documents.each(resource.get(SEPARATE), SecretPolicyIsNarrow::judge)
                .and(Documents.judge(
                        resource.get(SEPARATE),
                        document -> Verdict.require(
                                Truth.of(document.statements().stream().anyMatch(SecretPolicyIsNarrow::narrows)),
                                "keeps nobody out: it neither names who may read nor denies all others")))
                .and(Verdict.require(resource.get(SEPARATE).isPresent(), "is a policy without a document"))
                .and(Verdict.require(
                        graph.targets(resource, OF, SECRET).exist(), "is the policy of a secret of another stack"))
                .and(Verdict.require(resource.get(BLOCK).isTrue(), "does not block public policies"));
    }

    /** Allows somebody by name, or denies everybody else to read. */
    private static boolean narrows(PolicyStatement statement) {
        if (statement.allow()) {
            return !statement.isForEverybody();
        }
        return statement.isForEverybody()
                && statement.covers("secretsmanager:GetSecretValue")
                && statement.conditions().stream()
                        .anyMatch(condition -> condition.key().startsWith("aws:principal")
                                && condition.operator().matches("(string|arn)not(equals|like)"));
    }

    private static Verdict judge(PolicyStatement statement) {
        return Verdict.require(
                        Truth.of(!statement.allow() || !statement.isForEverybody()),
                        "lets every principal at the secret")
                .and(Verdict.require(
                        Truth.of(statement.allow()
                                || !statement.isForEverybody()
                                || !statement.conditions().isEmpty()),
                        "locks everybody out of the secret: it denies without a condition"));
    }
}
