package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.settings.Stacks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkloadTest {

    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";

    @Test
    void theServiceRunsByDigest() {
        assertThat(deployment(Platforms.of("prod"))).contains("@sha256:");
        assertThat(deployment(Platforms.of("dev"))).contains("@sha256:");
    }

    @Test
    void thePasswordOfTheDatabaseIsNowhereInTheProgram() {
        assertThat(deployment(Platforms.of("prod"))).contains("name=DATABASE_URL, valueFrom={secretKeyRef=");
        assertThat(Platforms.of("prod").ofType("aws:secretsmanager/secretVersion:SecretVersion"))
                .isEmpty();
    }

    @Test
    void withoutADatabaseTheServiceHasNoRoleAndNoSecret() {
        var config = Stacks.config("dev");
        config.put("database", "false");
        var platform = Mocked.run("dev", context -> new Platform(context, Stacks.settings("dev", config)));

        assertThat(deployment(platform)).doesNotContain("DATABASE_URL", "secrets-store");
        assertThat(platform.one("kubernetes:core/v1:ServiceAccount", "service")
                        .input("metadata")
                        .toString())
                .doesNotContain("role-arn");
        assertThat(platform.ofType("aws:iam/role:Role"))
                .noneMatch(role -> role.name().equals("service"));
    }

    @Test
    void podsTalkToDnsAndDatabaseAlone() {
        var policy = Platforms.of("prod").one("kubernetes:networking.k8s.io/v1:NetworkPolicy", "service");
        var egress = ((Map<?, ?>) policy.input("spec")).get("egress");

        assertThat(egress)
                .isEqualTo(List.of(
                        Map.of(
                                "ports",
                                List.of(
                                        Map.of("port", 53.0, "protocol", "UDP"),
                                        Map.of("port", 53.0, "protocol", "TCP")),
                                "to",
                                List.of(Map.of(
                                        "namespaceSelector",
                                        Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", "kube-system")),
                                        "podSelector",
                                        Map.of("matchLabels", Map.of("k8s-app", "kube-dns"))))),
                        Map.of(
                                "ports",
                                List.of(Map.of("port", 5432.0, "protocol", "TCP")),
                                "to",
                                List.of(Map.of("ipBlock", Map.of("cidr", "10.40.160.0/19"))))));
    }

    /** What the image tells its JVM is what a JVM would see in the pod, so that it runs alike where nothing limits it. */
    @Test
    void theImagesJvmCountsOnTheProcessorsThatItsPodHas() throws IOException {
        assertThat(deployment(Platforms.of("prod"))).containsPattern("limits=\\{[^}]*cpu=1[,}]");
        assertThat(Path.of("app", "image", "java.options")).content().contains("-XX:ActiveProcessorCount=1\n");
    }

    private static String deployment(Mocked platform) {
        return platform.one(DEPLOYMENT, "service").input("spec").toString();
    }
}
