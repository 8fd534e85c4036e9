package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "No role can switch off what guards or records",
        severity = Severity.CRITICAL,
        rows = {Row.X1, Row.X8, Row.X10},
        controls = {
            "NIST 800-53 AC-6(9)",
            "NIST 800-53 AU-9",
            "PCI DSS 10.3.2",
            "PCI DSS 10.5.1",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2"
        },
        why = "Who breaks into a workload first looks for the trail, the firewall and the evidence.",
        remedy = "Take the action away; guards are changed by the pipeline that deploys, under its boundary.",
        snippet = "Statement.allow(\"ReadTrail\").actions(\"cloudtrail:GetTrailStatus\").on(List.of(trail.arn()))")
public final class IamRoleLeavesTheGuardsAlone implements RelationPolicy {
    private static final List<String> GUARDS = List.of(
            "cloudtrail:StopLogging",
            "cloudtrail:DeleteTrail",
            "cloudtrail:UpdateTrail",
            "cloudtrail:PutEventSelectors",
            "config:StopConfigurationRecorder",
            "config:DeleteConfigurationRecorder",
            "guardduty:DeleteDetector",
            "guardduty:UpdateDetector",
            "guardduty:CreateFilter",
            "securityhub:DisableSecurityHub",
            "inspector2:Disable",
            "access-analyzer:DeleteAnalyzer",
            "logs:DeleteLogGroup",
            "logs:DeleteLogStream",
            "logs:PutRetentionPolicy",
            "logs:DeleteMetricFilter",
            "cloudwatch:DeleteAlarms",
            "cloudwatch:DisableAlarmActions",
            "sns:SetTopicAttributes",
            "sns:DeleteTopic",
            "sns:Unsubscribe",
            "events:DisableRule",
            "events:DeleteRule",
            "events:RemoveTargets",
            "ec2:DeleteFlowLogs",
            "wafv2:DisassociateWebACL",
            "wafv2:UpdateWebACL",
            "wafv2:DeleteWebACL",
            "wafv2:DeleteLoggingConfiguration",
            "s3:BypassGovernanceRetention",
            "s3:DeleteObjectVersion",
            "s3:DeleteBucketPolicy",
            "s3:PutBucketPublicAccessBlock",
            "s3:PutAccountPublicAccessBlock",
            "s3:PutLifecycleConfiguration",
            "kms:ScheduleKeyDeletion",
            "kms:DisableKey",
            "kms:DisableKeyRotation",
            "secretsmanager:DeleteSecret",
            "secretsmanager:PutSecretValue",
            "secretsmanager:BatchGetSecretValue",
            "backup:DeleteRecoveryPoint",
            "backup:DeleteBackupVault",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:AuthorizeSecurityGroupEgress",
            "ec2:ModifySnapshotAttribute",
            "ec2:ModifyImageAttribute",
            "ec2:DisableEbsEncryptionByDefault",
            "eks:UpdateClusterConfig",
            "eks:DeleteCluster",
            "eks:UpdateNodegroupConfig",
            "eks:DeleteAddon",
            "ecr:SetRepositoryPolicy",
            "ecr:PutImageTagMutability",
            "ecr:DeleteRepository",
            "elasticloadbalancing:ModifyListener",
            "elasticloadbalancing:DeleteListener",
            "iam:UpdateAccountPasswordPolicy",
            "iam:DeactivateMFADevice",
            "organizations:LeaveOrganization");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        return Roles.documents(role, graph).stream()
                .map(document -> Documents.each(document, IamRoleLeavesTheGuardsAlone::judge))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
    }

    private static Verdict judge(PolicyStatement statement) {
        return GUARDS.stream()
                .filter(statement::allows)
                .findFirst()
                .map(action -> Verdict.fail("may switch off what guards it: " + action))
                .orElse(Verdict.PASS);
    }
}
