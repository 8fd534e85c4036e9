package dev.palisade.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads variables one by one and collects what is wrong with them. */
final class Environment {
    private final Map<String, String> variables;
    private final List<String> errors = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The variable's text, or null if it is unset or blank. */
    @Nullable
    String text(String name) {
        var value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The parsed variable, or the fallback where it is unset or bad. */
    <T> T read(String name, T fallback, String expected, Function<String, T> parser) {
        var parsed = parsed(name, expected, "but was '" + text(name) + "'", parser);
        return parsed == null ? fallback : parsed;
    }

    /** The parsed variable or null; a bad value is not repeated in the error, for it is a secret. */
    <T> @Nullable T secret(String name, String expected, Function<String, T> parser) {
        return parsed(name, expected, "its value is not shown", parser);
    }

    /** The parsed variable or null. */
    <T> @Nullable T optional(String name, String expected, Function<String, T> parser) {
        return parsed(name, expected, "but was '" + text(name) + "'", parser);
    }

    int number(String name, int fallback, int least, int most) {
        var expected = "a whole number from " + least + " to " + most;
        return read(name, fallback, expected, text -> {
            var number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    boolean flag(String name) {
        return read(name, false, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        });
    }

    void reject(String name, String message) {
        errors.add(name + ": " + message);
    }

    /** Throws all errors that were met, if any. */
    void check() {
        if (!errors.isEmpty()) {
            throw new SettingsException(errors);
        }
    }

    private <T> @Nullable T parsed(String name, String expected, String found, Function<String, T> parser) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            reject(name, "expected " + expected + ", " + found);
            return null;
        }
    }
}
