package dev.palisade.e2e.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose service uses no database. */
class DatabaseTest {

    @Test
    void aServiceWithoutADatabaseHasNoRoleAndIsCompliant(@TempDir Path directory) throws Exception {
        var stack = Variant.of(
                directory, file -> file.replace("palisade:database: \"true\"", "palisade:database: \"false\""));

        assertThat(stack.code()).as(stack.text()).isZero();
        assertThat(stack.graph().ofType("aws:iam/role:Role"))
                .extracting(Resource::name)
                .doesNotContain("service");
    }
}
