package dev.palisade.policy.rules.observability;

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
import java.util.Set;
import java.util.stream.Stream;

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
    private static final Property NAME = Property.of(CLUSTER, "name");

    @Override
    public Set<String> types() {
        return Set.of(CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        Value name = cluster.get(NAME);
        return Stream.of("401", "403")
                .map(code -> Verdict.require(
                        isCounted(code, name, graph), "has no alarm on answers " + code + " in its audit log"))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static Truth isCounted(String code, Value cluster, Graph graph) {
        Truth counted = Truth.FALSE;
        for (Resource filter : graph.ofType(MetricFilters.FILTER)) {
            counted = counted.or(filter.get(MetricFilters.GROUP)
                    .matches(group -> cluster.text()
                            .map(name -> group.equals("/aws/eks/" + name + "/cluster"))
                            .orElse(true))
                    .and(() -> MetricFilters.raisesAnAlarm(filter, pattern -> pattern.contains(code), graph)));
        }
        return counted;
    }
}
