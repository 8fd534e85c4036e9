package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "An alarm counts callers that the Kubernetes API turns away",
        severity = Severity.HIGH,
        rows = {Row.X10, Row.C13},
        controls = {
            "CIS AWS 4.1",
            "CIS AWS 4.6",
            "CIS EKS 2.1.1",
            "NIST 800-53 AC-7",
            "NIST 800-53 SI-4(5)",
            "PCI DSS 10.4.1",
            "HIPAA 164.308(a)(5)(ii)(C)",
            "SOC 2 CC7.2",
            "GDPR 33"
        },
        why = "Guessing shows in the audit log first; without an alarm it shows to nobody.",
        remedy = "Count 401 and 403 of the control plane's log group and make an alarm on each.",
        snippet = "AuditSignal.FAILED_AUTHENTICATION")
public final class FailedAuthenticationRaisesAnAlarm implements RelationPolicy {

    private static final String CLUSTER = "aws:eks/cluster:Cluster";

    @Override
    public Set<String> types() {
        return Set.of(CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        return MetricFilters.ofCluster(WatchedEvent.UNAUTHENTICATED, cluster, graph)
                .and(MetricFilters.ofCluster(WatchedEvent.FORBIDDEN, cluster, graph));
    }
}
