package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** AWS writes a policy for one component each; on another role it is a set of rights that nobody chose. */
@PolicyInfo(
        title = "AWS's policy for a component is attached to that component's role",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {"CIS EKS 5.1.3", "NIST 800-53 AC-6", "PCI DSS 7.2.2", "SOC 2 CC6.3"},
        why = "On the nodes' role or on the service's, the rights of the CNI or of the storage driver are every pod's.",
        remedy = "Attach the policy to the role of the service account or service that it was written for.",
        snippet = "RolePolicyAttachmentArgs.builder().role(cni.name()).policyArn(cniPolicy)")
public final class ComponentPolicyGoesToItsComponent implements RelationPolicy {
    private static final String ACCOUNT = "system:serviceaccount:";

    /** Who assumes the role: a service's host, or the subject of a service account. */
    private static final Map<String, List<String>> COMPONENTS = Map.ofEntries(
            Map.entry("AmazonEKSClusterPolicy", List.of("eks.amazonaws.com")),
            Map.entry("AmazonEKSVPCResourceController", List.of("eks.amazonaws.com")),
            Map.entry("AmazonEKSWorkerNodePolicy", List.of("ec2.amazonaws.com")),
            Map.entry("AmazonEKSWorkerNodeMinimalPolicy", List.of("ec2.amazonaws.com")),
            Map.entry("AmazonEC2ContainerRegistryPullOnly", List.of("ec2.amazonaws.com")),
            Map.entry("AmazonEC2ContainerRegistryReadOnly", List.of("ec2.amazonaws.com")),
            Map.entry("AmazonSSMManagedInstanceCore", List.of("ec2.amazonaws.com")),
            Map.entry("AmazonEKS_CNI_Policy", List.of(ACCOUNT + "kube-system:aws-node")),
            Map.entry("AmazonEBSCSIDriverPolicy", List.of(ACCOUNT + "kube-system:ebs-csi-controller-sa")),
            Map.entry("AmazonEFSCSIDriverPolicy", List.of(ACCOUNT + "kube-system:efs-csi-controller-sa")),
            Map.entry(
                    "CloudWatchAgentServerPolicy",
                    List.of(ACCOUNT + "amazon-cloudwatch:cloudwatch-agent", "ec2.amazonaws.com")));

    @Override
    public Set<String> types() {
        return Set.of(Roles.ATTACHMENT);
    }

    @Override
    public Verdict check(Resource attachment, Graph graph) {
        String arn = attachment.get(Roles.ATTACHED_POLICY).text().orElse("");
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        List<String> users = COMPONENTS.getOrDefault(name, List.of());
        if (users.isEmpty()) {
            return attachment.get(Roles.ATTACHED_POLICY).isUnknown()
                    ? Verdict.unknown("not known yet: which policy it attaches")
                    : Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                graph.targets(attachment, Roles.ATTACHED_ROLE, Roles.ROLE).all(role -> isFor(role, users)),
                "attaches " + name + " to a role that is not assumed by " + String.join(" or ", users));
    }

    private static Truth isFor(Resource role, List<String> users) {
        return users.stream()
                .map(user -> user.startsWith(ACCOUNT)
                        ? WebIdentity.trusts(role, user).or(() -> Roles.isForService(role, "pods.eks.amazonaws.com"))
                        : Roles.isForService(role, user))
                .reduce(Truth.FALSE, Truth::or);
    }
}
