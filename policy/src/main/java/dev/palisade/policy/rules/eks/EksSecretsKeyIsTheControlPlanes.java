package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import dev.palisade.policy.rules.kms.Keys;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** EKS wraps the key of each secret: it asks for nothing but to encrypt, to decrypt and to see its grants. */
@PolicyInfo(
        title = "The key of Kubernetes' secrets is used by the control plane's role alone, for what EKS documents",
        severity = Severity.HIGH,
        rows = {Row.X4, Row.C5},
        controls = {"CIS EKS 5.3.1", "NIST 800-53 SC-12", "NIST 800-53 AC-6", "PCI DSS 3.6.1", "SOC 2 CC6.1"},
        why = "Whoever else may decrypt with it reads every secret of a stolen backup of etcd.",
        remedy = "Let the cluster's role alone use the key, with kms:Encrypt, Decrypt, DescribeKey and ListGrants.",
        snippet = "KeyUse.byClusterRole(role.arn())")
public final class EksSecretsKeyIsTheControlPlanes implements RelationPolicy {
    private static final Property KEY = Property.of(Clusters.CLUSTER, "encryptionConfig.provider.keyArn");
    private static final Property ROLE = Property.of(Clusters.CLUSTER, "roleArn");
    private static final Property POLICY = Property.of(Keys.KEY, "policy");
    private static final Pattern WRAPPING = Pattern.compile("(?i)kms:(encrypt|decrypt|describekey|listgrants)");
    private static final List<String> USE =
            List.of("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource key : Keys.named(cluster, KEY, graph).resources()) {
            verdict = verdict.and(Documents.each(
                    key.get(POLICY), statement -> statement.allow() ? judge(statement, cluster) : Verdict.PASS));
        }
        return verdict;
    }

    private static Verdict judge(PolicyStatement statement, Resource cluster) {
        Verdict verdict = Verdict.PASS;
        for (PolicyPrincipal principal : statement.principals()) {
            Truth own = cluster.get(ROLE).is(principal.name());
            boolean used = USE.stream().anyMatch(statement::covers);
            verdict = verdict.and(Verdict.require(
                            Truth.of(!used).or(own), "has secrets whose key " + principal.name() + " may use as well"))
                    .and(Verdict.require(
                            own.not()
                                    .or(Truth.of(!statement.notAction()
                                            && statement.actions().stream().allMatch(action -> WRAPPING.matcher(action)
                                                    .matches()))),
                            "has a role that may do more with the key of its secrets than wrap them"));
        }
        boolean handsOn = statement.covers("kms:CreateGrant") && !isForServices(statement);
        return verdict.and(Verdict.require(
                Truth.of(!handsOn), "has secrets whose key may be granted to others than AWS's services"));
    }

    private static boolean isForServices(PolicyStatement statement) {
        return statement
                .conditionsOn("kms:GrantIsForAWSResource")
                .anyMatch(condition -> "bool".equals(condition.operator())
                        && !condition.ifExists()
                        && condition.values().equals(List.of("true")));
    }
}
