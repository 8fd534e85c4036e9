package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.iam.Roles;
import java.util.Set;

/** The CNI and the agents have roles of their own, so the node needs none of their policies. */
@PolicyInfo(
        title = "The nodes' role may do what a node does: join, pull images, send metrics",
        severity = Severity.HIGH,
        rows = {Row.X1},
        controls = {"CIS EKS 5.1.3", "NIST 800-53 AC-6", "PCI DSS 7.2.5", "HIPAA 164.312(a)(1)", "SOC 2 CC6.3"},
        why = "Whoever breaks out of one pod has the node's role.",
        remedy = "Attach the worker node and registry policies and nothing else; rights of pods go to IRSA roles.",
        snippet = "attach(role, \"AmazonEKSWorkerNodePolicy\"); attach(role, \"AmazonEC2ContainerRegistryPullOnly\");")
public final class NodeRoleIsMinimal implements RelationPolicy {

    private static final Set<String> NEEDED = Set.of(
            "AmazonEKSWorkerNodePolicy",
            "AmazonEKSWorkerNodeMinimalPolicy",
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonEC2ContainerRegistryReadOnly",
            "CloudWatchAgentServerPolicy",
            "AmazonSSMManagedInstanceCore");

    @Override
    public Set<String> types() {
        return Set.of(Nodes.GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        Targets roles = graph.targets(group, Nodes.ROLE, Roles.ROLE);
        return Verdict.require(roles.exist(), "has a role that is not of this stack")
                .and(roles.resources().stream().map(role -> judge(role, graph)).reduce(Verdict.PASS, Verdict::and));
    }

    private static Verdict judge(Resource role, Graph graph) {
        Verdict verdict = Verdict.require(
                        Roles.isForService(role, "ec2.amazonaws.com"), "has a role that others than EC2 may assume")
                .and(Verdict.require(has(role, "WorkerNode", graph), "has a role that may not join the cluster"))
                .and(Verdict.require(has(role, "ContainerRegistry", graph), "has a role that may not pull images"));
        for (Value arn : Roles.managedPolicies(role, graph)) {
            verdict = verdict.and(Verdict.require(
                    arn.matches(text -> text.contains(":iam::aws:policy/")
                            && NEEDED.contains(text.substring(text.lastIndexOf('/') + 1))),
                    "has a role with a policy that a node does not need: "
                            + arn.text().orElse("not known yet")));
        }
        for (Value document : Roles.documents(role, graph)) {
            verdict = verdict.and(Verdict.require(
                    document.isUnknown() ? Truth.UNKNOWN : Truth.FALSE, "has a role with rights of its own making"));
        }
        return verdict;
    }

    private static Truth has(Resource role, String kind, Graph graph) {
        return Roles.managedPolicies(role, graph).stream()
                .map(arn -> arn.matches(text -> text.contains(kind)))
                .reduce(Truth.FALSE, Truth::or);
    }
}
