package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClusterTest {

    @Test
    void prodHasAPrivateEndpointOnlyAndDevARestrictedPublicOne() {
        var prod = Platforms.of("prod").one("eks:index:Cluster", "palisade-prod");
        var dev = Platforms.of("dev").one("eks:index:Cluster", "palisade-dev");

        assertThat(prod.input("endpointPublicAccess")).isEqualTo(false);
        assertThat(prod.inputs()).doesNotContainKey("publicAccessCidrs");
        assertThat(dev.input("endpointPublicAccess")).isEqualTo(true);
        assertThat(dev.input("publicAccessCidrs")).isEqualTo(List.of("203.0.113.0/28"));
    }

    @Test
    void theComponentMakesTheClusterAlone() {
        var cluster = Platforms.of("dev").one("eks:index:Cluster", "palisade-dev");

        assertThat(cluster.inputs())
                .containsAllEntriesOf(Map.of(
                        "authenticationMode", "API",
                        "createOidcProvider", false,
                        "createInstanceRole", false,
                        "skipDefaultNodeGroup", true,
                        "skipDefaultSecurityGroups", true,
                        "useDefaultVpcCni", true));
    }

    @Test
    void podsCannotReachTheMetadataOfTheirNode() {
        var template = Platforms.of("prod").one("aws:ec2/launchTemplate:LaunchTemplate", "node");

        assertThat(template.input("metadataOptions"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("httpTokens", "required")
                .containsEntry("httpPutResponseHopLimit", 1.0);
    }

    @Test
    void everyAddOnIsPinned() {
        assertThat(Platforms.of("prod").ofType("aws:eks/addon:Addon"))
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(addon -> assertThat((String) addon.input("addonVersion"))
                        .matches("v\\d+\\.\\d+\\.\\d+-eksbuild\\.\\d+"));
    }

    @Test
    void everyRoleInTheSettingsGetsItsAccessAndNoOther() {
        assertThat(Platforms.of("prod").ofType("aws:eks/accessPolicyAssociation:AccessPolicyAssociation"))
                .extracting(access -> access.name() + " " + access.input("policyArn"))
                .containsExactly(
                        "admin-platform-admin arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
                        "deployer-service-deployer arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
                        "reader-auditor arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy");
    }
}
