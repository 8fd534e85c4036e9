package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Roles;
import java.util.Set;

@PolicyInfo(
        title = "The cluster's role is for the control plane alone",
        severity = Severity.HIGH,
        rows = {Row.X1},
        controls = {"CIS EKS 5.2.1", "NIST 800-53 AC-6", "PCI DSS 7.2.5", "SOC 2 CC6.3"},
        why =
                "A role that others may assume, or that has other rights, is a way around the cluster's own access control.",
        remedy = "Give the cluster a role that eks.amazonaws.com alone may assume, with AmazonEKSClusterPolicy.",
        snippet = "TrustPolicy.service(\"eks.amazonaws.com\", settings.account().id())")
public final class ClusterRoleIsForEksAlone implements RelationPolicy {

    private static final Property ROLE = Property.of(Clusters.CLUSTER, "roleArn");
    private static final Set<String> NEEDED = Set.of("AmazonEKSClusterPolicy", "AmazonEKSVPCResourceController");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        Targets roles = graph.targets(cluster, ROLE, Roles.ROLE);
        return Verdict.require(roles.exist(), "has a role that is not of this stack")
                .and(roles.resources().stream().map(role -> judge(role, graph)).reduce(Verdict.PASS, Verdict::and));
    }

    private static Verdict judge(Resource role, Graph graph) {
        return Verdict.require(
                        Roles.isForService(role, "eks.amazonaws.com"), "has a role that others than EKS may assume")
                .and(Roles.managedPolicies(role, graph).stream()
                        .map(arn -> Verdict.require(
                                arn.matches(text -> NEEDED.contains(text.substring(text.lastIndexOf('/') + 1))),
                                "has a role with a policy that a control plane does not need: "
                                        + arn.text().orElse("not known yet")))
                        .reduce(Verdict.PASS, Verdict::and))
                .and(Verdict.require(
                        Truth.of(!Roles.documents(role, graph).isEmpty()).not(),
                        "has a role with rights of its own making"));
    }
}
