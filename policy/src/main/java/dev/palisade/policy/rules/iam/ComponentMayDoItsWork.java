package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** The counterpart of {@link ComponentPolicyGoesToItsComponent}: too little is found here, too much there. */
@PolicyInfo(
        title = "The role of a known component has the rights that it cannot work without",
        severity = Severity.MEDIUM,
        rows = {Row.X1},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 CP-10", "SOC 2 A1.1"},
        why = "A log that nobody may write, or a controller that fills no target group, is noticed when it is needed.",
        remedy = "Keep AWS's policy for the component, or the actions that its documentation asks for.",
        snippet = "attach(role, \"AmazonEKS_CNI_Policy\")")
public final class ComponentMayDoItsWork implements RelationPolicy {
    private static final String SYSTEM = "system:serviceaccount:kube-system:";

    /** A component by whom its role trusts, and what it needs: AWS's policy, or else every one of the actions. */
    private record Work(String user, String policy, List<String> actions) {}

    private static final List<Work> WORKS = List.of(
            new Work("eks.amazonaws.com", "AmazonEKSClusterPolicy", List.of("ec2:CreateNetworkInterface")),
            new Work(SYSTEM + "aws-node", "AmazonEKS_CNI_Policy", List.of("ec2:AssignPrivateIpAddresses")),
            new Work(
                    SYSTEM + "ebs-csi-controller-sa",
                    "AmazonEBSCSIDriverPolicy",
                    List.of("ec2:CreateVolume", "ec2:AttachVolume")),
            new Work(
                    SYSTEM + "aws-load-balancer-controller",
                    "",
                    List.of(
                            "ec2:DescribeVpcs",
                            "elasticloadbalancing:DescribeTargetGroups",
                            "elasticloadbalancing:DescribeTargetHealth",
                            "elasticloadbalancing:RegisterTargets",
                            "elasticloadbalancing:DeregisterTargets")),
            new Work(
                    "system:serviceaccount:cosign-system:policy-controller",
                    "AmazonEC2ContainerRegistry",
                    List.of("ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")),
            new Work(
                    "backup.amazonaws.com",
                    "AWSBackupServiceRolePolicyForBackup",
                    List.of(
                            "ec2:CreateSnapshot",
                            "ec2:CreateTags",
                            "ec2:DescribeVolumes",
                            "ec2:DescribeSnapshots",
                            "kms:CreateGrant")),
            new Work("vpc-flow-logs.amazonaws.com", "", List.of("logs:CreateLogStream", "logs:PutLogEvents")),
            new Work("cloudtrail.amazonaws.com", "", List.of("logs:CreateLogStream", "logs:PutLogEvents")));

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Work work : WORKS) {
            Truth own = work.user().contains(":")
                    ? WebIdentity.trusts(role, work.user())
                    : Roles.isForService(role, work.user());
            if (own == Truth.TRUE) {
                verdict = verdict.and(Verdict.require(
                        suffices(role, work, graph), "lacks a right that " + work.user() + " cannot work without"));
            }
        }
        return verdict;
    }

    private static Truth suffices(Resource role, Work work, Graph graph) {
        Truth attached = Truth.of(!work.policy().isEmpty()).and(() -> Roles.managedPolicies(role, graph).stream()
                .map(arn -> arn.matches(text -> text.contains("/" + work.policy())))
                .reduce(Truth.FALSE, Truth::or));
        return attached.or(() -> work.actions().stream()
                .map(action -> allows(role, action, graph))
                .reduce(Truth.TRUE, Truth::and));
    }

    private static Truth allows(Resource role, String action, Graph graph) {
        Truth allowed = Truth.FALSE;
        for (Value document : Roles.documents(role, graph)) {
            PolicyDocument read = PolicyDocument.of(document);
            allowed = allowed.or(
                    read instanceof PolicyDocument.Undetermined
                            ? Truth.UNKNOWN
                            : Truth.of(read instanceof PolicyDocument.Parsed parsed
                                    && parsed.statements().stream().anyMatch(one -> one.allows(action))));
        }
        return allowed;
    }
}
