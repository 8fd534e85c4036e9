package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.settings.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionTest {

    private static final String POLICY = "kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy";
    private static final String LABEL = "policy.sigstore.dev/include=true";

    @Test
    void onlyTheWorkflowThatDeploysSignsImagesOfTheService() {
        var spec = Platforms.of("prod").one(POLICY, "service").input("spec").toString();

        assertThat(spec)
                .contains("/palisade-prod/service@sha256:*", "mode=enforce")
                .contains(
                        "subject=https://github.com/example/palisade/.github/workflows/deploy-stack.yml@refs/heads/main")
                .contains("issuer=https://token.actions.githubusercontent.com");
    }

    @Test
    void theServicesNamespaceIsCheckedWhereThereIsASigner() {
        assertThat(labels("prod")).contains(LABEL);
        assertThat(labels("dev")).doesNotContain(LABEL);
        assertThat(Platforms.of("dev").ofType(POLICY)).isEmpty();
    }

    @Test
    void anImageThatTheProgramBuildsHasNoSigner() {
        var config = Stacks.config("prod");
        config.remove("image");

        assertThat(Stacks.settings("prod", config).signer()).isEmpty();
        assertThat(Stacks.settings("prod").signer()).contains("example/palisade");
    }

    @Test
    void theApiServerReachesTheControllerWhereThereIsOneAlone() {
        var rule = "cluster-to-nodes-tcp-8443";
        var type = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

        assertThat(Platforms.of("prod").ofType(type)).anyMatch(one -> one.name().equals(rule));
        assertThat(Platforms.of("dev").ofType(type)).noneMatch(one -> one.name().equals(rule));
    }

    private static String labels(String stack) {
        return Platforms.of(stack)
                .one("kubernetes:core/v1:Namespace", "service")
                .input("metadata")
                .toString();
    }
}
