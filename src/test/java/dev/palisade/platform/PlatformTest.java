package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.settings.Stacks;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlatformTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyStackRegistersTheWholePlatform(String stack) {
        var platform = run(stack, Stacks.config(stack));

        assertThat(platform.all())
                .extracting(Mocked.Registered::type)
                .contains(
                        "aws:ec2/vpc:Vpc",
                        "aws:ec2/networkAcl:NetworkAcl",
                        "eks:index:Cluster",
                        "aws:eks/nodeGroup:NodeGroup",
                        "aws:eks/addon:Addon",
                        "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
                        "aws:ecr/repository:Repository",
                        "aws:lb/listener:Listener",
                        "aws:wafv2/webAclAssociation:WebAclAssociation",
                        "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
                        "kubernetes:apps/v1:Deployment",
                        "kubernetes:networking.k8s.io/v1:NetworkPolicy");
    }

    @Test
    void addingAZoneMakesNewResourcesAndLeavesTheOldOnesTheirIdentity() {
        var config = Stacks.config("dev");
        var two = byName(run("dev", config));
        // The zone of the only NAT gateway is the first that is listed; here it stays what it was.
        config.put("zones", "[\"eu-central-1a\",\"eu-central-1c\",\"eu-central-1b\"]");
        var three = byName(run("dev", config));

        assertThat(three.keySet()).containsAll(two.keySet());
        var replacing = Map.of(
                "aws:ec2/subnet:Subnet", "cidrBlock",
                "aws:ec2/natGateway:NatGateway", "subnetId",
                "aws:ec2/routeTable:RouteTable", "vpcId",
                "aws:ec2/subnetCidrReservation:SubnetCidrReservation", "cidrBlock");
        two.forEach((name, before) -> {
            var property = replacing.get(before.type());
            if (property != null) {
                assertThat(Objects.requireNonNull(three.get(name)).input(property))
                        .isEqualTo(before.input(property));
            }
        });
    }

    private static Mocked run(String stack, Map<String, String> config) {
        return Mocked.run(stack, context -> new Platform(context, Stacks.settings(stack, config)));
    }

    private static Map<String, Mocked.Registered> byName(Mocked platform) {
        return platform.all().stream()
                .collect(Collectors.toMap(
                        resource -> resource.type() + " " + resource.name(), Function.identity(), (a, b) -> a));
    }
}
