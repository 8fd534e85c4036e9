package dev.palisade.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

    private static final Path PAGE = Path.of("docs/settings.md");

    /** Run with {@code -Dpalisade.write=true} to write the page anew. */
    @Test
    void thePageOfSettingsIsFresh() throws IOException {
        if (Boolean.getBoolean("palisade.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, SettingsTable.markdown());
        }

        assertThat(PAGE).hasContent(SettingsTable.markdown());
    }

    @Test
    void everySettingOfTheStacksIsOnThePage() {
        var keys = Stacks.config("prod").keySet();

        assertThat(SettingsTable.markdown())
                .contains(keys.stream().map(key -> "| `" + key + "` |").toList());
    }
}
