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
        title = "Commands in pods and secrets that persons read raise an alarm",
        severity = Severity.MEDIUM,
        rows = {Row.X10, Row.X8},
        controls = {"CIS EKS 2.1.1", "NIST 800-53 AU-6(1)", "NIST 800-53 SI-4(5)", "PCI DSS 10.2.1.1", "SOC 2 CC7.2"},
        why = "Who is inside looks for secrets and starts a shell: both are in the audit log, where nobody reads it.",
        remedy = "Count pods/exec, and get and list of secrets, whoever asks, and make an alarm on each.",
        snippet = "AuditSignal.POD_EXEC")
public final class ClusterAccessRaisesAnAlarm implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Set.of("aws:eks/cluster:Cluster");
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        return MetricFilters.ofCluster(WatchedEvent.POD_EXEC, cluster, graph)
                .and(MetricFilters.ofCluster(WatchedEvent.SECRET_READ, cluster, graph));
    }
}
