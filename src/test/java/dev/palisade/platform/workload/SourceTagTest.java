package dev.palisade.platform.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTagTest {

    @Test
    void aTagChangesWithTheSourcesAlone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Main.java"), "class Main {}");
        var before = SourceTag.of(folder);

        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/Main.class"), "built");
        assertThat(SourceTag.of(folder)).isEqualTo(before).matches("src-[0-9a-f]{16}");

        Files.writeString(folder.resolve("Main.java"), "class Main { int changed; }");
        assertThat(SourceTag.of(folder)).isNotEqualTo(before);
    }
}
