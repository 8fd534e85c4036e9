package dev.palisade.e2e.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Resource;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose settings name the repository that delivers it. */
class DeliveryTest {
    @SuppressWarnings("NullAway.Init") // Made before the first test.
    private static Variant delivered;

    @BeforeAll
    static void preview(@TempDir Path directory) throws Exception {
        delivered = Variant.of(directory, UnaryOperator.identity());
    }

    @Test
    void isCompliant() {
        assertThat(delivered.code()).as(delivered.text()).isZero();
    }

    @Test
    void leavesTheProviderOfGithubsTokensToTheBootstrapDocument() {
        assertThat(delivered.graph().ofType("aws:iam/openIdConnectProvider:OpenIdConnectProvider"))
                .extracting(Resource::name)
                .doesNotContain("github");
    }

    @Test
    void boundsEachRoleByAPolicyOfTheProgram() {
        assertThat(delivered.graph().ofType("aws:iam/role:Role").stream()
                        .filter(role -> role.name().startsWith("github-")))
                .hasSize(2)
                .allSatisfy(role -> assertThat(role.propertyDependencies().get("permissionsBoundary"))
                        .singleElement()
                        .asString()
                        .endsWith("aws:iam/policy:Policy::" + role.name()));
    }
}
