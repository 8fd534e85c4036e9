package dev.palisade.platform.settings;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads one setting after the other, and keeps what was wrong until all are read. Each read also describes its
 * setting, so that the table in the documentation comes from the same lines.
 */
final class SettingsReader {

    /** What the documentation says of a setting. */
    record Setting(String key, String expected, String fallback, String about) {}

    private final Function<String, Optional<String>> source;
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** A reader over {@code source}, which answers a key with its text; lists are JSON arrays. */
    SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** A text that has to be there; what is returned for a bad one never leaves {@link #finish}. */
    String text(String key, Shape shape, String about) {
        describe(key, shape.expected(), "required", about);
        var value = source.apply(key);
        if (value.isEmpty()) {
            missing(key, shape.expected());
        }
        return value.map(found -> checked(key, shape, found)).orElse("");
    }

    Optional<String> optionalText(String key, Shape shape, String about) {
        describe(key, shape.expected(), "none", about);
        return source.apply(key).map(found -> checked(key, shape, found));
    }

    /** A list of distinct texts of {@code min} items or more; without a minimum it may be left out. */
    List<String> texts(String key, Shape shape, int min, String about) {
        var expected = "a list, each item " + shape.expected();
        describe(key, expected, min == 0 ? "empty" : "required, %d or more".formatted(min), about);
        var value = source.apply(key);
        if (value.isEmpty() && min > 0) {
            missing(key, expected);
        }
        if (value.isEmpty()) {
            return List.of();
        }
        var items = parse(value.get());
        if (items.isEmpty()) {
            reject(key, expected, value.get());
            return List.of();
        }
        checkItems(key, shape, min, items.get());
        return items.get();
    }

    int number(String key, int min, int max, int fallback, String about) {
        var expected = "a whole number from %d to %d".formatted(min, max);
        describe(key, expected, String.valueOf(fallback), about);
        var value = source.apply(key);
        if (value.isEmpty()) {
            return fallback;
        }
        if (value.get().matches("\\d{1,9}")) {
            var number = Integer.parseInt(value.get());
            if (number >= min && number <= max) {
                return number;
            }
        }
        reject(key, expected, value.get());
        return fallback;
    }

    boolean flag(String key, boolean fallback, String about) {
        describe(key, "true or false", String.valueOf(fallback), about);
        var value = source.apply(key).orElse(String.valueOf(fallback));
        if (!Stream.of("true", "false").toList().contains(value)) {
            reject(key, "true or false", value);
        }
        return Boolean.parseBoolean(value);
    }

    /** Notes that a setting does not fit, e.g. to another one. */
    void reject(String key, String expected, String actual) {
        problems.add("palisade:%s: expected %s, found '%s'".formatted(key, expected, actual));
    }

    /** Whether nothing was wrong so far. */
    boolean clean() {
        return problems.isEmpty();
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    /**
     * Ends the reading.
     *
     * @throws BadSettings if any setting was missing or did not fit, naming every one of them
     */
    void finish(String stack) {
        if (!problems.isEmpty()) {
            throw new BadSettings(stack, problems);
        }
    }

    private void describe(String key, String expected, String fallback, String about) {
        settings.add(new Setting(key, expected, fallback, about));
    }

    private void missing(String key, String expected) {
        problems.add("palisade:%s: missing, expected %s".formatted(key, expected));
    }

    private String checked(String key, Shape shape, String value) {
        if (!shape.test().test(value)) {
            reject(key, shape.expected(), value);
        }
        return value;
    }

    private void checkItems(String key, Shape shape, int min, List<String> items) {
        items.forEach(item -> checked(key, shape, item));
        if (items.size() < min) {
            reject(key, "%d or more items".formatted(min), String.valueOf(items.size()));
        }
        if (new HashSet<>(items).size() < items.size()) {
            reject(key, "distinct items", items.toString());
        }
    }

    private static Optional<List<String>> parse(String json) {
        try {
            var array = new Gson().fromJson(json, JsonElement.class);
            if (array != null && array.isJsonArray()) {
                return Optional.of(StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                        .map(item -> item.isJsonPrimitive() ? item.getAsString() : item.toString())
                        .toList());
            }
            return Optional.empty();
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }
}
