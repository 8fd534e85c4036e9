package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Nobody logs in to nodes by SSH",
        severity = Severity.HIGH,
        rows = {Row.X2, Row.A4},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 AC-17", "PCI DSS 2.2.4", "SOC 2 CC6.6"},
        why = "With a key and no source group, EKS opens port 22 of every node to the world.",
        remedy = "Leave remoteAccess out; look into a node with the SSM agent or a debug pod.",
        snippet = "NodeGroupArgs.builder().launchTemplate(template) // without remoteAccess")
public final class NodesHaveNoRemoteAccess implements ResourcePolicy {

    private static final Property REMOTE = Property.of(Nodes.GROUP, "remoteAccess");

    @Override
    public Set<String> types() {
        return Set.of(Nodes.GROUP);
    }

    @Override
    public Verdict check(Resource group) {
        return Verdict.require(group.get(REMOTE).isPresent().not(), "lets people in by SSH: remoteAccess is set");
    }
}
