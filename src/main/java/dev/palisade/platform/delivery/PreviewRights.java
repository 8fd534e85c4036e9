package dev.palisade.platform.delivery;

import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** What a preview and a search for drift read: Pulumi's state, and how the stack's resources are configured. */
final class PreviewRights {

    /** On what carries the stack's tag. */
    private static final List<String> TAGGED = List.of(
            "access-analyzer:GetAnalyzer",
            "acm:DescribeCertificate",
            "acm:ListTagsForCertificate",
            "backup:DescribeBackupVault",
            "backup:GetBackupPlan",
            "backup:GetBackupSelection",
            "backup:ListTags",
            "cloudtrail:GetEventSelectors",
            "cloudtrail:GetTrail",
            "cloudtrail:GetTrailStatus",
            "cloudtrail:ListTags",
            "ec2:GetSubnetCidrReservations",
            "ecr:DescribeRepositories",
            "ecr:GetLifecyclePolicy",
            "ecr:GetRepositoryPolicy",
            "ecr:ListTagsForResource",
            "eks:DescribeAccessEntry",
            "eks:DescribeAddon",
            "eks:DescribeCluster",
            "eks:DescribeNodegroup",
            "eks:ListAssociatedAccessPolicies",
            "events:DescribeRule",
            "events:ListTagsForResource",
            "events:ListTargetsByRule",
            "guardduty:GetDetector",
            "guardduty:ListTagsForResource",
            "iam:GetOpenIDConnectProvider",
            "iam:GetPolicy",
            "iam:GetPolicyVersion",
            "iam:GetRole",
            "iam:GetRolePolicy",
            "iam:ListAttachedRolePolicies",
            "iam:ListPolicyVersions",
            "iam:ListRolePolicies",
            "kms:DescribeKey",
            "kms:GetKeyPolicy",
            "kms:GetKeyRotationStatus",
            "kms:ListResourceTags",
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetResourcePolicy",
            "sns:GetTopicAttributes",
            "sns:ListTagsForResource",
            "wafv2:GetLoggingConfiguration",
            "wafv2:GetWebACL",
            "wafv2:ListTagsForResource");

    /** What AWS describes for a whole region only. */
    private static final List<String> DESCRIBED = List.of(
            "cloudtrail:DescribeTrails",
            "cloudwatch:DescribeAlarms",
            "cloudwatch:ListTagsForResource",
            "ec2:DescribeAddresses",
            "ec2:DescribeAddressesAttribute",
            "ec2:DescribeAvailabilityZones",
            "ec2:DescribeFlowLogs",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeLaunchTemplateVersions",
            "ec2:DescribeLaunchTemplates",
            "ec2:DescribeNatGateways",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribePrefixLists",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroupRules",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeTags",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeVpcs",
            "ec2:GetEbsDefaultKmsKeyId",
            "ec2:GetEbsEncryptionByDefault",
            "ec2:GetImageBlockPublicAccessState",
            "ec2:GetInstanceMetadataDefaults",
            "ec2:GetSerialConsoleAccessStatus",
            "ec2:GetSnapshotBlockPublicAccessState",
            "elasticloadbalancing:DescribeListenerAttributes",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeLoadBalancerAttributes",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetGroupAttributes",
            "elasticloadbalancing:DescribeTargetGroups",
            "inspector2:BatchGetAccountStatus",
            "kms:ListAliases",
            "logs:DescribeLogGroups",
            "logs:DescribeMetricFilters",
            "logs:DescribeResourcePolicies",
            "logs:ListTagsForResource",
            "s3:GetAccountPublicAccessBlock",
            "wafv2:ListLoggingConfigurations");

    private PreviewRights() {}

    static List<Statement> of(StackSettings settings) {
        var account = settings.account();
        var state = "arn:aws:s3:::" + settings.name() + "-state-" + account.id();
        return List.of(
                Statement.allow("ReadState")
                        .actions("s3:GetObject", "s3:ListBucket")
                        .on(state, state + "/*"),
                Statement.allow("DecryptState")
                        .actions("kms:Decrypt")
                        .on("*")
                        // The bootstrap document tags the key, whose id nobody can know before.
                        .when("StringEquals", "aws:ResourceTag/StateOf", settings.name()),
                Statement.allow("ReadBuckets")
                        .actions("s3:GetBucket*", "s3:Get*Configuration", "s3:ListBucket")
                        .on("arn:aws:s3:::" + settings.name() + "-*"),
                Statement.allow("ReadBudgets")
                        .actions("budgets:ViewBudget", "budgets:ListTagsForResource")
                        .on("arn:aws:budgets::" + account.id() + ":budget/" + settings.name() + "*"),
                Statement.allow("ReadDashboards")
                        .actions("cloudwatch:GetDashboard")
                        .on("arn:aws:cloudwatch::" + account.id() + ":dashboard/" + settings.name() + "*"),
                Statement.allow("ReadZone")
                        .actions("route53:GetHostedZone", "route53:ListResourceRecordSets")
                        .on("arn:aws:route53:::hostedzone/" + settings.edge().hostedZoneId()),
                Statement.allow("ReadWhatIsTagged")
                        .actions(TAGGED)
                        .on("*")
                        .when("StringEquals", "aws:ResourceTag/Stack", settings.stack()),
                Statement.allow("DescribeRegion")
                        .actions(DESCRIBED)
                        .on("*")
                        .when("StringEquals", "aws:RequestedRegion", account.region()));
    }
}
