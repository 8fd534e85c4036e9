package dev.palisade.policy.rules.eks;

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

@PolicyInfo(
        title = "The cluster sends all five kinds of control-plane logs to CloudWatch",
        severity = Severity.HIGH,
        rows = {Row.X8},
        controls = {
            "CIS EKS 2.1.1",
            "NIST 800-53 AU-2",
            "NIST 800-53 AU-12",
            "PCI DSS 10.2.1",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2",
            "GDPR 33",
            "Security Hub EKS.8"
        },
        why = "Without them nobody can tell who did what through the Kubernetes API, and no alarm can rest on them.",
        remedy = "Enable api, audit, authenticator, controllerManager and scheduler.",
        snippet = "List.of(\"api\", \"audit\", \"authenticator\", \"controllerManager\", \"scheduler\")")
public final class EksLogsTheControlPlane implements ResourcePolicy {
    private static final Property LOGS = Property.of(Clusters.CLUSTER, "enabledClusterLogTypes");
    private static final Property COMPONENT_LOGS = Property.of(Clusters.COMPONENT, "enabledClusterLogTypes");
    private static final List<String> KINDS =
            List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

    @Override
    public Set<String> types() {
        return Clusters.BOTH;
    }

    @Override
    public Verdict check(Resource cluster) {
        Value logs = Clusters.read(cluster, LOGS, COMPONENT_LOGS);
        return Clusters.judge(cluster, () -> KINDS.stream()
                .map(kind -> Verdict.require(logs.any(log -> log.is(kind)), "does not log " + kind))
                .reduce(Verdict.PASS, Verdict::and));
    }
}
