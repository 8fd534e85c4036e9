package dev.palisade.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code package -Pimage} wrote, or another build of the image that {@code -Dimage.archive} names: unpacked and,
 * where runc is, run as the platform runs it.
 */
class ImageIT {
    private static final Path ARCHIVE = Path.of(System.getProperty("image.archive", "target/palisade-image.tar"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static UnpackedImage image;

    @BeforeAll
    static void unpack() throws Exception {
        assumeTrue(Files.exists(ARCHIVE), "no image " + ARCHIVE + ": ./mvnw -f app package -Pimage");
        image = UnpackedImage.of(ARCHIVE, Files.createDirectory(directory.resolve("image")));
    }

    @Test
    void namesItselfAndAnUnprivilegedUser() {
        var config = image.config();
        assertThat(config.at("/config/User").asText()).isEqualTo("1000:1000");
        assertThat(config.at("/config/Labels").properties())
                .extracting(Map.Entry::getKey)
                .contains("org.opencontainers.image.title", "org.opencontainers.image.version");
        assertThat(config.at("/created").asText()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void holdsNoProgramButJava() throws IOException {
        assertThat(image.programs()).containsExactlyInAnyOrder("java", "keytool", "jspawnhelper");
    }

    @Test
    void listsItsParts() throws IOException {
        var parts = JSON.readTree(image.root().resolve("app/bom.json").toFile());

        assertThat(parts.get("bomFormat").asText()).isEqualTo("CycloneDX");
        try (var jars = Files.list(image.root().resolve("app/lib"))) {
            assertThat(parts.get("components")).hasSize((int) jars.count());
        }
    }

    @Test
    void servesAsUser1000OnAReadOnlyRootWithoutCapabilities() throws Exception {
        var container = container("serves");
        try (container) {
            assertThat(container.ready()).as(container::log).isTrue();
            assertThat(container.status())
                    .containsPattern("Uid:\\s+1000\\s+1000")
                    .containsPattern("CapEff:\\s+0+\\n");
        }
        assertThat(container.log()).contains("\"ready\"").endsWith("\n").contains("\"stopped\"");
    }

    @Test
    void staysWithinItsContainersMemoryWhateverIsSent() throws Exception {
        try (var container = container("memory");
                var crowd = Crowd.of(10_000, container.port())) {
            // What takes most to read, and what takes most to keep: brackets are escaped, and a letter doubles all
            // others.
            var read = crowd.posts("{\"a\":[" + "{},".repeat(21_800) + "0]}", 256);
            var kept = crowd.posts("{\"a\":[" + ("\"" + "<".repeat(4000) + "\",").repeat(15) + "\"\u0101\"]}", 256);
            assertThat(read).contains(400, 503).doesNotContain(500);
            assertThat(kept).contains(201, 503).doesNotContain(500);

            assertThat(container.ready()).as(container::log).isTrue();
            assertThat(container.post("{}").statusCode()).isEqualTo(201);
            assertThat(container.mebibytesAtMost()).isLessThan(512);
        }
    }

    private static Container container(String name) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "runc needs root here");
        return new Container(image, Files.createDirectory(directory.resolve(name)));
    }
}
