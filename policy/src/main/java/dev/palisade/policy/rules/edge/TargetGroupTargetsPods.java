package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Target groups hold addresses of pods, not ports of nodes",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.A4, Row.C9},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SC-7", "PCI DSS 1.4.2", "SOC 2 CC6.6"},
        why =
                "A node port is open on every node to whatever reaches the node, and NetworkPolicies see a node instead of the load balancer.",
        remedy = "Use the target type ip.",
        snippet = "TargetGroupArgs.builder().targetType(\"ip\")")
public final class TargetGroupTargetsPods implements ResourcePolicy {
    private static final String GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
    private static final Property TYPE = Property.of(GROUP, "targetType");

    @Override
    public Set<String> types() {
        return Set.of(GROUP, ATTACHMENT);
    }

    @Override
    public Verdict check(Resource group) {
        if (group.is(ATTACHMENT)) {
            return Verdict.fail("sends requests to an address that no binding keeps: it is attached by hand");
        }
        return Verdict.require(group.get(TYPE).is("ip"), "targets nodes: targetType is not ip");
    }
}
