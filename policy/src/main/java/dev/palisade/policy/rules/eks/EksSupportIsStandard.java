package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** AWS's default is EXTENDED. */
@PolicyInfo(
        title = "The cluster is upgraded at the end of standard support, not kept in extended support",
        severity = Severity.LOW,
        rows = {Row.C6},
        controls = {"NIST 800-53 SI-2", "NIST 800-53 SA-22", "PCI DSS 6.3.3", "SOC 2 CC7.1"},
        why = "By default a cluster slides into extended support unnoticed: older, and six times the price.",
        remedy = "Set the upgrade policy to STANDARD; the policy pack does it where the component cannot.",
        snippet = "ClusterUpgradePolicyArgs.builder().supportType(\"STANDARD\")")
public final class EksSupportIsStandard implements ResourcePolicy {

    private static final Property SUPPORT = Property.of(Clusters.CLUSTER, "upgradePolicy.supportType");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster) {
        return Verdict.require(
                cluster.get(SUPPORT).is("STANDARD"),
                "slides into extended support: upgradePolicy.supportType is not STANDARD");
    }
}
