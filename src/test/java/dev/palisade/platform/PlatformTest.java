package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.settings.Stacks;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    @Timeout(60)
    void everyStackRegistersTheWholePlatform(String stack) {
        var platform = Mocked.run(stack, context -> new Platform(context, Stacks.settings(stack)));

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
}
