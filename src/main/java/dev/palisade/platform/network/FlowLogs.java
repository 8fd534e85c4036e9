package dev.palisade.platform.network;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.iam.TrustPolicy;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/** Records who talked to whom in the VPC, accepted or rejected. */
final class FlowLogs extends Room {

    FlowLogs(Vpc vpc, EncryptionKey logsKey, StackSettings settings, ComponentResourceOptions options) {
        super("network:FlowLogs", "flow-logs", options);
        var operations = settings.operations();
        var group = new LogGroup(
                "flow-logs",
                LogGroupArgs.builder()
                        .name("/palisade/" + settings.name() + "/flow-logs")
                        .kmsKeyId(logsKey.arn())
                        .retentionInDays(operations.logRetentionDays())
                        .build(),
                insideProtected(operations.protectData()));
        var role = new Role(
                "flow-logs",
                RoleArgs.builder()
                        .description("Writes the VPC's flow logs")
                        .assumeRolePolicy(TrustPolicy.service(
                                "vpc-flow-logs.amazonaws.com",
                                settings.account().id()))
                        .build(),
                inside());
        var writing = new RolePolicy(
                "flow-logs",
                RolePolicyArgs.builder()
                        .role(role.id())
                        .policy(PolicyDocument.of(Statement.allow("WriteFlowLogs")
                                .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                                .on(streams(group))))
                        .build(),
                inside());
        new FlowLog(
                "vpc",
                FlowLogArgs.builder()
                        .vpcId(vpc.id())
                        .trafficType("ALL")
                        .logDestinationType("cloud-watch-logs")
                        .logDestination(group.arn())
                        .iamRoleArn(role.arn())
                        .maxAggregationInterval(60)
                        .build(),
                inside(writing));
        finished();
    }

    private static List<Output<String>> streams(LogGroup group) {
        return List.of(group.arn(), group.arn().applyValue(arn -> arn + ":*"));
    }
}
