package dev.palisade.platform.settings;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The settings files of the repository, as the engine hands them to the program: every value a text. */
public final class Stacks {

    private Stacks() {}

    /** Reads {@code Pulumi.<stack>.yaml}. */
    public static StackSettings settings(String stack) {
        return settings(stack, config(stack));
    }

    /** Reads the given texts by key. */
    public static StackSettings settings(String stack, Map<String, String> config) {
        return StackSettings.read(stack, key -> Optional.ofNullable(config.get(key)));
    }

    /** The texts of {@code Pulumi.<stack>.yaml} by key, without the project's name; free to be changed. */
    public static Map<String, String> config(String stack) {
        try (var reader = Files.newBufferedReader(Path.of("Pulumi." + stack + ".yaml"))) {
            Map<String, Map<String, Object>> file = new Yaml().load(reader);
            var config = new TreeMap<String, String>();
            Objects.requireNonNull(file.get("config"))
                    .forEach((key, value) -> config.put(
                            key.substring("palisade:".length()),
                            value instanceof String text ? text : new Gson().toJson(value)));
            return config;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
