package dev.palisade.platform.settings;

import java.util.Optional;
import java.util.stream.Collectors;

/** The table of all settings in the documentation. */
final class SettingsTable {

    private static final String HEAD = """
            # Settings

            Generated from the program; a test fails while this page differs from it. Settings stand in
            `Pulumi.<stack>.yaml` under `config`, each key with the prefix `palisade:`. One error names every bad one.

            | key | expected | default | about |
            |---|---|---|---|
            """;

    private SettingsTable() {}

    /** Reads an empty stack: each read describes its setting, whatever its value. */
    static String markdown() {
        var reader = new SettingsReader(key -> Optional.empty());
        StackSettings.read("any", reader);
        return HEAD
                + reader.settings().stream()
                        .map(setting -> "| `%s` | %s | %s | %s |"
                                .formatted(setting.key(), setting.expected(), setting.fallback(), setting.about()))
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
