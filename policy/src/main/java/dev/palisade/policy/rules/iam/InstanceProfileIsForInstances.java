package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import java.util.Set;

@PolicyInfo(
        title = "An instance profile carries a role that is for instances alone",
        severity = Severity.HIGH,
        rows = {Row.X1},
        controls = {"CIS AWS 1.17", "NIST 800-53 AC-6", "PCI DSS 7.2.5", "SOC 2 CC6.3"},
        why = "A service account's role in a profile is that of every pod on the instance.",
        remedy = "Give instances a role of their own, which ec2.amazonaws.com alone assumes.",
        snippet = "TrustPolicy.service(\"ec2.amazonaws.com\", settings.account().id())")
public final class InstanceProfileIsForInstances implements RelationPolicy {
    private static final Property ROLE = Property.of("aws:iam/instanceProfile:InstanceProfile", "role");

    @Override
    public Set<String> types() {
        return Set.of(ROLE.type());
    }

    @Override
    public Verdict check(Resource profile, Graph graph) {
        Targets roles = graph.targets(profile, ROLE, Roles.ROLE);
        return Verdict.require(roles.exist(), "carries a role that is not of this stack")
                .and(Verdict.require(
                        roles.all(role -> Roles.isForService(role, "ec2.amazonaws.com")),
                        "carries a role that others than instances may assume"));
    }
}
