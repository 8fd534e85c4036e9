package dev.palisade.platform.network;

import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.iam.PolicyDocument;
import dev.palisade.platform.iam.Statement;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.List;
import java.util.Map;

/** Ways to AWS services that don't leave the VPC, each with a policy of its own. */
final class Endpoints extends Room {

    Endpoints(
            Vpc vpc,
            Output<List<String>> subnetIds,
            SecurityGroup group,
            List<RouteTable> routeTables,
            StackSettings settings,
            ComponentResourceOptions options) {
        super("network:Endpoints", "endpoints", options);
        var account = settings.account();
        var prefix = "com.amazonaws." + account.region() + ".";
        new VpcEndpoint(
                "s3",
                VpcEndpointArgs.builder()
                        .vpcId(vpc.id())
                        .serviceName(prefix + "s3")
                        .vpcEndpointType("Gateway")
                        .routeTableIds(Output.all(
                                routeTables.stream().map(RouteTable::id).toList()))
                        .policy(PolicyDocument.of(imageLayers(account.region())))
                        .tags(named(settings, "s3"))
                        .build(),
                inside());
        for (var service : EndpointService.ALL) {
            new VpcEndpoint(
                    service.service(),
                    VpcEndpointArgs.builder()
                            .vpcId(vpc.id())
                            .serviceName(prefix + service.service())
                            .vpcEndpointType("Interface")
                            .privateDnsEnabled(true)
                            .subnetIds(subnetIds)
                            .securityGroupIds(group.id().applyValue(List::of))
                            .policy(PolicyDocument.of(service.policy(account)))
                            .tags(named(settings, service.service()))
                            .build(),
                    inside());
        }
        finished();
    }

    /** ECR keeps image layers in a bucket of its own and hands out signed links to it; nothing else is fetched. */
    private static Statement imageLayers(String region) {
        return Statement.allow("ImageLayers")
                .toAws("*")
                .actions("s3:GetObject")
                .on("arn:aws:s3:::prod-" + region + "-starport-layer-bucket/*");
    }

    private static Map<String, String> named(StackSettings settings, String name) {
        return Map.of("Name", settings.name() + "-" + name);
    }
}
