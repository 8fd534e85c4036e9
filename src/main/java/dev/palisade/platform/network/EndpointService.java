package dev.palisade.platform.network;

import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.settings.AccountSettings;
import java.util.List;

/**
 * An AWS service that is reached inside the VPC.
 *
 * @param service its name in the endpoint's, without the region, e.g. {@code ecr.api}
 * @param actions what may be asked of it on that way
 */
record EndpointService(String service, List<String> actions) {

    /** All of them. */
    static final List<EndpointService> ALL = List.of(
            of(
                    "ecr.api",
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:DescribeImages",
                    "ecr:GetAuthorizationToken",
                    "ecr:GetDownloadUrlForLayer"),
            of(
                    "ecr.dkr",
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:GetAuthorizationToken",
                    "ecr:GetDownloadUrlForLayer"),
            of("sts", "sts:AssumeRole", "sts:GetCallerIdentity"),
            of(
                    "logs",
                    "logs:CreateLogGroup",
                    "logs:CreateLogStream",
                    "logs:DescribeLogGroups",
                    "logs:DescribeLogStreams",
                    "logs:PutLogEvents",
                    "logs:PutRetentionPolicy"),
            of(
                    "ec2",
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:AttachNetworkInterface",
                    "ec2:AttachVolume",
                    "ec2:CreateNetworkInterface",
                    "ec2:CreateSnapshot",
                    "ec2:CreateTags",
                    "ec2:CreateVolume",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DeleteSnapshot",
                    "ec2:DeleteVolume",
                    "ec2:DescribeAvailabilityZones",
                    "ec2:DescribeInstances",
                    "ec2:DescribeInstanceTypes",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSnapshots",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeTags",
                    "ec2:DescribeVolumes",
                    "ec2:DescribeVolumesModifications",
                    "ec2:DescribeVpcs",
                    "ec2:DetachNetworkInterface",
                    "ec2:DetachVolume",
                    "ec2:ModifyNetworkInterfaceAttribute",
                    "ec2:ModifyVolume",
                    "ec2:UnassignPrivateIpAddresses"),
            of("eks", "eks:DescribeCluster"),
            of("eks-auth", "eks-auth:AssumeRoleForPodIdentity"),
            of(
                    "kms",
                    "kms:CreateGrant",
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo"),
            of("secretsmanager", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"),
            of(
                    "elasticloadbalancing",
                    "elasticloadbalancing:DeregisterTargets",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTargetHealth",
                    "elasticloadbalancing:ModifyTargetGroup",
                    "elasticloadbalancing:ModifyTargetGroupAttributes",
                    "elasticloadbalancing:RegisterTargets"));

    private static EndpointService of(String service, String... actions) {
        return new EndpointService(service, List.of(actions));
    }

    /** The endpoint's policy: these actions, for principals of the account. */
    List<Statement> policy(AccountSettings account) {
        var ours = Statement.allow("OwnPrincipals")
                .toAws("*")
                .actions(actions)
                .on("*")
                .when("StringEquals", "aws:PrincipalAccount", account.id());
        if (!"sts".equals(service)) {
            return List.of(ours);
        }
        // A service account's token is exchanged before there is a principal: the role must be the account's.
        var tokens = Statement.allow("OwnServiceAccounts")
                .toAws("*")
                .actions("sts:AssumeRoleWithWebIdentity")
                .on("arn:aws:iam::" + account.id() + ":role/*");
        return List.of(ours, tokens);
    }
}
