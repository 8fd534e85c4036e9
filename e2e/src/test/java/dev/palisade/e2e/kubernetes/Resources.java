package dev.palisade.e2e.kubernetes;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files that belong to this package. */
final class Resources {
    private Resources() {}

    static String text(String name) throws IOException {
        try (var file = Resources.class.getResourceAsStream("/kubernetes/" + name)) {
            if (file == null) {
                throw new FileNotFoundException("no /kubernetes/" + name + " on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes it below a directory. */
    static Path copy(String name, Path directory) throws IOException {
        return copy(name, directory, Map.of());
    }

    /** Writes it below a directory, each <code>${key}</code> replaced by its value. */
    static Path copy(String name, Path directory, Map<String, String> values) throws IOException {
        var text = text(name);
        for (var each : values.entrySet()) {
            text = text.replace("${" + each.getKey() + "}", each.getValue());
        }
        return Files.writeString(directory.resolve(name), text);
    }
}
