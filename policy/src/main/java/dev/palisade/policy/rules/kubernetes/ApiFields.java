package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields of the API's objects: those of the provider's SDK, and beside it what is newer than the SDK or of a
 * controller's own kind. A line is a type and its fields, each with the type of what it holds.
 */
final class ApiFields {
    private static final ApiFields ALL = new ApiFields("fields.txt", "fields-beyond-sdk.txt");

    /** A word that differs more is another; two letters that changed places are two slips. */
    private static final int LETTERS_PER_SLIP = 4;

    private final Map<String, Map<String, FieldType>> types = new HashMap<>();

    private ApiFields(String... tables) {
        for (String table : tables) {
            for (String line : lines(table)) {
                String[] words = line.split(" ");
                Map<String, FieldType> fields = types.computeIfAbsent(words[0], first -> new TreeMap<>());
                Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.split(":", 2))
                        .forEach(field -> fields.put(field[0], new FieldType(field[1])));
            }
        }
    }

    static ApiFields all() {
        return ALL;
    }

    static List<String> lines(String table) {
        try (InputStream in = ApiFields.class.getResourceAsStream(table)) {
            return new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Pulumi type tokens of the kinds. */
    Set<String> kinds() {
        return types.keySet().stream()
                .filter(type -> type.startsWith("kubernetes:"))
                .collect(Collectors.toUnmodifiableSet());
    }

    Map<String, FieldType> of(String type) {
        return types.getOrDefault(type, Map.of());
    }

    /** The types that a field names and no line defines. */
    Set<String> undefined() {
        return types.values().stream()
                .flatMap(fields -> fields.values().stream())
                .map(FieldType::element)
                .filter(FieldType::isObject)
                .map(FieldType::name)
                .filter(name -> !types.containsKey(name))
                .collect(Collectors.toSet());
    }

    /** What was meant by a field that the type does not have: one that is spelled much the same, or one from elsewhere. */
    Optional<String> meant(String name, String type, String kind) {
        return of(type).keySet().stream()
                .filter(field -> distance(name, field) <= slips(name))
                .min(Comparator.comparingInt(field -> distance(name, field)))
                .or(() -> placeOf(name, kind));
    }

    private static int slips(String name) {
        return name.length() < LETTERS_PER_SLIP ? 1 : Math.max(2, name.length() / LETTERS_PER_SLIP);
    }

    private static int distance(String given, String field) {
        // A name can be a megabyte, and is nobody's slip then.
        return given.length() > 2 * field.length() ? Integer.MAX_VALUE : Spelling.distance(plain(given), plain(field));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** The place in an object of that kind, nearest to its root, where a field of that name belongs. */
    private Optional<String> placeOf(String name, String kind) {
        record Place(String path, String type) {}
        Set<String> seen = new HashSet<>(Set.of(kind));
        Deque<Place> left = new ArrayDeque<>(List.of(new Place("", kind)));
        while (!left.isEmpty()) {
            Place place = left.remove();
            if (of(place.type()).containsKey(name)) {
                return Optional.of(place.path() + name);
            }
            of(place.type()).forEach((field, type) -> {
                String inner = type.element().name();
                if (seen.add(inner)) {
                    left.add(new Place(place.path() + field + (type.isList() ? "[]." : "."), inner));
                }
            });
        }
        return Optional.empty();
    }
}
