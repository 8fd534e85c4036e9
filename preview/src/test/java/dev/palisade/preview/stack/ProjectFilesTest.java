package dev.palisade.preview.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it before each test.
    private Path directory;

    @BeforeEach
    void writeProject() throws IOException {
        write("Pulumi.yaml", "name: palisade\nruntime: java\n");
    }

    @Test
    void scalarsStayAsTheyAreWrittenAndStructuresBecomeJson() throws Exception {
        write("Pulumi.dev.yaml", """
                config:
                  palisade:version: 1.30
                  palisade:natPerZone: true
                  aws:region: eu-central-1
                  palisade:zones:
                    - eu-central-1a
                    - eu-central-1b
                  palisade:node:
                    min: 3
                    spot: false
                """);

        assertThat(new ProjectFiles(directory).configuration("dev").values())
                .containsEntry("palisade:version", "1.30")
                .containsEntry("palisade:natPerZone", "true")
                .containsEntry("aws:region", "eu-central-1")
                .containsEntry("palisade:zones", "[\"eu-central-1a\",\"eu-central-1b\"]")
                .containsEntry("palisade:node", "{\"min\":3,\"spot\":false}");
    }

    @Test
    void aKeyWithoutANamespaceBelongsToTheProject() throws Exception {
        write("Pulumi.dev.yaml", "config:\n  zones: a\n");

        assertThat(new ProjectFiles(directory).configuration("dev").values()).containsOnlyKeys("palisade:zones");
    }

    @Test
    void projectWideValuesAndDefaultsApplyUnlessTheStackSetsThem() throws Exception {
        write("Pulumi.yaml", """
                name: palisade
                config:
                  region: eu-central-1
                  zones:
                    type: integer
                    default: 2
                  undecided:
                    type: string
                """);
        write("Pulumi.dev.yaml", "config:\n  palisade:zones: 3\n");

        assertThat(new ProjectFiles(directory).configuration("dev").values())
                .containsOnlyKeys("palisade:region", "palisade:zones")
                .containsEntry("palisade:region", "eu-central-1")
                .containsEntry("palisade:zones", "3");
    }

    @Test
    void anEncryptedValueIsASecretWithASyntheticText() throws Exception {
        write("Pulumi.dev.yaml", "config:\n  palisade:token:\n    secure: v1:abc:def\n  palisade:open: x\n");

        var configuration = new ProjectFiles(directory).configuration("dev");

        assertThat(configuration.secretKeys()).containsExactly("palisade:token");
        assertThat(configuration.values().get("palisade:token"))
                .doesNotContain("abc")
                .isNotBlank();
    }

    @Test
    void anUnknownStackIsAnsweredWithTheKnownOnes() throws Exception {
        write("Pulumi.dev.yaml", "config: {}\n");
        write("Pulumi.prod.yaml", "config: {}\n");

        assertThatThrownBy(() -> new ProjectFiles(directory).configuration("staging"))
                .isInstanceOf(BadInput.class)
                .hasMessage("There is no stack staging: give one of dev, prod, or write Pulumi.staging.yaml");
    }

    @Test
    void aFileThatIsNotYamlIsNamedWithItsLine() throws Exception {
        write("Pulumi.dev.yaml", "config:\n  a: [1, 2\n  b: 3\n");

        assertThatThrownBy(() -> new ProjectFiles(directory).configuration("dev"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Pulumi.dev.yaml:3: not YAML: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aConfigurationThatIsAListIsNamedWithItsLine() throws Exception {
        write("Pulumi.dev.yaml", "config:\n  - a\n");

        assertThatThrownBy(() -> new ProjectFiles(directory).configuration("dev"))
                .hasMessage("Pulumi.dev.yaml:2: config must be a mapping of keys to values");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
