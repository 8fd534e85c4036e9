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
import java.util.regex.Pattern;

/** The counterpart of {@link ComponentMayDoItsWork}: that finds too little, this too much. */
@PolicyInfo(
        title = "The role of a known component has no rights that its work does not need",
        severity = Severity.HIGH,
        rows = {Row.X1},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 AC-6(1)", "PCI DSS 7.2.2", "SOC 2 CC6.3"},
        why = "Whoever breaks into a log writer or a controller gets every right that somebody once found handy.",
        remedy = "Take the actions away that the component's documentation does not ask for.",
        snippet =
                "Statement.allow(\"Register\").actions(\"elasticloadbalancing:RegisterTargets\").on(List.of(targets.arn()))")
public final class ComponentDoesOnlyItsWork implements RelationPolicy {
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String LOGS = "logs:(CreateLogGroup|CreateLogStream|PutLogEvents|DescribeLog\\w+)";
    private static final String KEYS =
            "|kms:(Encrypt|Decrypt|DescribeKey|GenerateDataKey\\w*|ReEncrypt\\w+|CreateGrant|ListGrants)";

    /** Components by whom their roles trust, and the actions of their work. */
    private static final Map<String, Pattern> WORK = Map.of(
            "vpc-flow-logs.amazonaws.com",
            actions(LOGS),
            "cloudtrail.amazonaws.com",
            actions(LOGS),
            "eks.amazonaws.com",
            actions("ec2:Describe\\w+" + KEYS),
            "backup.amazonaws.com",
            actions("ec2:(Describe\\w+|(Create|Copy|Delete)Snapshots?|CreateTags)|tag:GetResources"
                    + "|backup:(CopyIntoBackupVault|CopyFromBackupVault|DescribeBackupVault|TagResource)" + KEYS),
            ACCOUNT + "kube-system:aws-node",
            actions("ec2:((Describe|Assign|Unassign|Attach|Detach)\\w+|CreateTags"
                    + "|(Create|Delete)NetworkInterface|ModifyNetworkInterfaceAttribute)"),
            ACCOUNT + "kube-system:ebs-csi-controller-sa",
            actions("ec2:(Describe\\w+|(Create|Delete|Attach|Detach|Modify)(Volume|Snapshot|Tags)"
                    + "|EnableFastSnapshotRestores)" + KEYS),
            ACCOUNT + "kube-system:aws-load-balancer-controller",
            actions("ec2:(Describe|Get)\\w+"
                    + "|elasticloadbalancing:(Describe\\w+|(Register|Deregister)Targets|ModifyTargetGroup\\w*)"),
            ACCOUNT + "cosign-system:policy-controller",
            actions("ecr:(GetAuthorizationToken|BatchCheckLayerAvailability|BatchGetImage|GetDownloadUrlForLayer"
                    + "|DescribeImages|DescribeRepositories|ListImages)"),
            ACCOUNT + "amazon-cloudwatch:cloudwatch-agent",
            actions(LOGS + "|logs:PutRetentionPolicy|cloudwatch:PutMetricData|ec2:Describe\\w+|xray:(Put|Get)\\w+"));

    private static Pattern actions(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Map.Entry<String, Pattern> work : WORK.entrySet()) {
            Truth own = work.getKey().startsWith(ACCOUNT)
                    ? WebIdentity.trusts(role, work.getKey())
                    : Roles.isForService(role, work.getKey());
            if (own == Truth.TRUE) {
                verdict = verdict.and(Rights.judge(role, graph, rights -> {
                    List<String> more = rights.stream()
                            .flatMap(right -> right.actions().stream())
                            .filter(action -> !work.getValue().matcher(action).matches())
                            .toList();
                    return Verdict.require(
                            Truth.of(more.isEmpty()), "may do what " + work.getKey() + " does not need: " + more);
                }));
            }
        }
        return verdict;
    }
}
