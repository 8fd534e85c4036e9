package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.kms.Keys;
import java.util.Set;

@PolicyInfo(
        title = "Kubernetes secrets are encrypted with a rotated key of this stack",
        severity = Severity.HIGH,
        rows = {Row.X4, Row.C5},
        controls = {
            "CIS EKS 5.3.1",
            "NIST 800-53 SC-28",
            "PCI DSS 3.5.1",
            "HIPAA 164.312(a)(2)(iv)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(a)",
            "Security Hub EKS.3"
        },
        why = "Secrets in etcd can then be read by nobody who has not also the right to use the key.",
        remedy = "Give the cluster a customer managed key for the resource kind secrets.",
        snippet =
                "new EksClusterArgs(name, version, vpcId, subnetIds, role, secretsKey.arn(), logTypes, cidrs, services)")
public final class EksSecretsAreEncrypted implements RelationPolicy {
    private static final Property KINDS = Property.of(Clusters.CLUSTER, "encryptionConfig.resources");
    private static final Property KEY = Property.of(Clusters.CLUSTER, "encryptionConfig.provider.keyArn");
    private static final Property COMPONENT_KEY = Property.of(Clusters.COMPONENT, "encryptionConfigKeyArn");

    @Override
    public Set<String> types() {
        return Clusters.BOTH;
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        return Clusters.judge(cluster, () -> {
            Verdict key = Keys.encrypt(cluster, Clusters.property(cluster, KEY, COMPONENT_KEY), graph);
            return cluster.is(Clusters.COMPONENT)
                    ? key
                    : key.and(Verdict.require(
                            cluster.get(KINDS).any(kind -> kind.is("secrets")),
                            "does not encrypt secrets: encryptionConfig.resources lacks them"));
        });
    }
}
