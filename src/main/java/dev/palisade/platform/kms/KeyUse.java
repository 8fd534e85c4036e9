package dev.palisade.platform.kms;

import com.pulumi.core.Output;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** The statements by which services and roles use a key. */
public final class KeyUse {

    private KeyUse() {}

    /** CloudWatch Logs, for this account's log groups in this region alone. */
    public static Statement byLogs(StackSettings settings) {
        var account = settings.account();
        return Statement.allow("UsedByCloudWatchLogs")
                .toService("logs." + account.region() + ".amazonaws.com")
                .actions(
                        "kms:Encrypt",
                        "kms:Decrypt",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo",
                        "kms:GenerateDataKey",
                        "kms:DescribeKey")
                .when(
                        "ArnLike",
                        "kms:EncryptionContext:aws:logs:arn",
                        "arn:aws:logs:" + account.region() + ":" + account.id() + ":log-group:*");
    }

    /** Principals of this account through one service, e.g. {@code ecr}: never by a direct call. */
    public static Statement through(String service, StackSettings settings) {
        var account = settings.account();
        return Statement.allow("UsedThrough" + capitalised(service))
                .toAws("arn:aws:iam::" + account.id() + ":root")
                .actions(
                        "kms:Encrypt",
                        "kms:Decrypt",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo",
                        "kms:GenerateDataKey",
                        "kms:GenerateDataKeyWithoutPlaintext",
                        "kms:DescribeKey",
                        "kms:CreateGrant")
                .when("StringEquals", "kms:ViaService", service + "." + account.region() + ".amazonaws.com")
                .when("StringEquals", "kms:CallerAccount", account.id());
    }

    /** An AWS service that publishes to what the key encrypts, e.g. CloudWatch alarms to a topic. */
    public static Statement byService(String sid, String host, StackSettings settings) {
        return Statement.allow(sid)
                .toService(host)
                .actions("kms:Decrypt", "kms:GenerateDataKey")
                .when("StringEquals", "aws:SourceAccount", settings.account().id());
    }

    /** CloudTrail, for one trail alone. */
    public static Statement byTrail(String trailArn, StackSettings settings) {
        return Statement.allow("UsedByCloudTrail")
                .toService("cloudtrail.amazonaws.com")
                .actions("kms:GenerateDataKey", "kms:DescribeKey")
                .when("StringEquals", "aws:SourceArn", trailArn)
                .when("StringEquals", "aws:SourceAccount", settings.account().id());
    }

    /** The role of the EKS control plane, which wraps the keys of Kubernetes secrets. */
    public static Statement byClusterRole(Output<String> roleArn) {
        return Statement.allow("UsedByControlPlane")
                .to(List.of(new Statement.Principal("AWS", roleArn)))
                .actions("kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants");
    }

    /** Lets principals of this account hand the key to an AWS service that asks for a grant, e.g. {@code eks}. */
    public static Statement grantedTo(String service, StackSettings settings) {
        var account = settings.account();
        return Statement.allow("GrantedThrough" + capitalised(service))
                .toAws("arn:aws:iam::" + account.id() + ":root")
                .actions("kms:CreateGrant")
                .when("StringEquals", "kms:ViaService", service + "." + account.region() + ".amazonaws.com")
                .when("Bool", "kms:GrantIsForAWSResource", "true");
    }

    /** Auto Scaling, which starts nodes on encrypted volumes; its service-linked role must exist in the account. */
    public static List<Statement> byAutoScaling(StackSettings settings) {
        var role = "arn:aws:iam::" + settings.account().id()
                + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
        return List.of(
                Statement.allow("UsedByAutoScaling")
                        .toAws(role)
                        .actions(
                                "kms:Encrypt",
                                "kms:Decrypt",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo",
                                "kms:GenerateDataKey",
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:DescribeKey"),
                Statement.allow("GrantedToAutoScaling")
                        .toAws(role)
                        .actions("kms:CreateGrant")
                        .when("Bool", "kms:GrantIsForAWSResource", "true"));
    }

    private static String capitalised(String service) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1);
    }
}
