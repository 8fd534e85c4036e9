package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** AWS's own policies are let pass by name: those that serve one component. Others are written out in the stack. */
@PolicyInfo(
        title = "No role has one of AWS's broad policies",
        severity = Severity.CRITICAL,
        rows = {Row.X1, Row.C13},
        controls = {
            "CIS AWS 1.15",
            "NIST 800-53 AC-6(7)",
            "PCI DSS 7.2.1",
            "HIPAA 164.308(a)(3)",
            "SOC 2 CC6.3",
            "Security Hub IAM.18"
        },
        why = "Whoever takes over one pod or job with such a policy has the account.",
        remedy = "Attach a policy that lists what the role does, or AWS's policy for that one component.",
        snippet = "ServiceAccountRole.of(\"api\", identity, namespace, \"api\", List.of(readSecret), options)")
public final class IamRoleIsNoAdministrator implements ResourcePolicy {
    private static final String POLICY_ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
    private static final Property POLICY_ARN = Property.of(POLICY_ATTACHMENT, "policyArn");
    private static final String AWS_OWN = "arn:aws[a-z-]*:iam::aws:policy/(?:service-role/)?";
    private static final Set<String> NARROW = Set.of(
            "AmazonEKSClusterPolicy",
            "AmazonEKSVPCResourceController",
            "AmazonEKSWorkerNodePolicy",
            "AmazonEKSWorkerNodeMinimalPolicy",
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEKS_CNI_Policy",
            "AmazonEBSCSIDriverPolicy",
            "AmazonEFSCSIDriverPolicy",
            "AmazonSSMManagedInstanceCore",
            "AWSXRayDaemonWriteAccess",
            "AmazonPrometheusRemoteWriteAccess",
            "CloudWatchAgentServerPolicy",
            "VPCResourceController");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE, Roles.ATTACHMENT, Roles.EXCLUSIVE, POLICY_ATTACHMENT);
    }

    @Override
    public Verdict check(Resource resource) {
        List<Value> arns =
                switch (resource.type()) {
                    case Roles.ROLE -> resource.get(Roles.MANAGED_ARNS).items();
                    case Roles.EXCLUSIVE ->
                        resource.get(Roles.EXCLUSIVE_POLICIES).items();
                    case Roles.ATTACHMENT -> List.of(resource.get(Roles.ATTACHED_POLICY));
                    default -> List.of(resource.get(POLICY_ARN));
                };
        return arns.stream().map(IamRoleIsNoAdministrator::judge).reduce(Verdict.NOT_APPLICABLE, Verdict::and);
    }

    private static Verdict judge(Value arn) {
        if (arn.text().isEmpty() && !arn.isMissing()) {
            return Verdict.unknown("not known yet: which policy it gives");
        }
        String name = arn.text().orElse("").replaceFirst(AWS_OWN, "");
        return Verdict.require(
                arn.matches(text -> !text.matches(AWS_OWN + ".*") || NARROW.contains(name)),
                "gives AWS's policy " + name + ", which is not one of those for a single component");
    }
}
