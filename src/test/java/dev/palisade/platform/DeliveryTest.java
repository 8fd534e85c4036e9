package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.platform.settings.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliveryTest {

    private static final String ROLE = "aws:iam/role:Role";

    @Test
    void aPipelinesRoleIsTrustedFromOneEnvironmentAndBoundedByItsOwnRights() {
        var publish = Platforms.of("prod").one(ROLE, "github-publish");

        assertThat(publish.input("permissionsBoundary").toString()).endsWith(":github-publish");
        assertThat(publish.input("assumeRolePolicy").toString())
                .contains("repo:example/palisade:environment:prod-publish", "sts.amazonaws.com")
                .doesNotContain("*");
    }

    @Test
    void thePreviewCanChangeNothing() {
        assertThat(Platforms.of("prod")
                        .one("aws:iam/policy:Policy", "github-preview")
                        .input("policy")
                        .toString())
                .contains(":Describe")
                .doesNotContain(":Create", ":Put", ":Delete", ":Update", "\"*:*\"");
    }

    @Test
    void aStackWithoutARepositoryTrustsNoPipeline() {
        var config = Stacks.config("dev");
        config.remove("githubRepository");
        var platform = Mocked.run("dev", context -> new Platform(context, Stacks.settings("dev", config)));

        assertThat(platform.ofType(ROLE)).noneMatch(role -> role.name().startsWith("github-"));
    }
}
