package dev.palisade.policy.rules.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves the table of the API's fields against the provider's SDK, by reflection over its classes of arguments. */
class ApiFieldsTest {
    private static final String SDK = "com.pulumi.kubernetes.";

    /** The kinds of the API's current versions, and the provider's own; lists and patches are refused as such. */
    private static final Pattern KIND = Pattern.compile(Pattern.quote(SDK)
            + "((admissionregistration|apps|batch|coordination|core|discovery|networking|node|policy|rbac|scheduling"
            + "|storage)\\.v1|autoscaling\\.v2|helm\\.v3)\\.(?!\\w+(List|Patch)Args)\\w+Args");

    private static final Map<Type, String> SIMPLE =
            Map.of(String.class, "text", Boolean.class, "boolean", Integer.class, "number", Double.class, "number");

    @Test
    void theTableIsWhatTheSdkHas() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (Class<?> arguments : kinds()) {
            add(token(arguments), arguments, lines);
        }
        assertThat(ApiFields.lines("fields.txt"))
                .as(
                        "src/main/resources%s",
                        ApiFieldsTest.class.getPackageName().replaceAll("^|\\.", "/") + "/fields.txt")
                .containsExactlyElementsOf(lines.values());
    }

    @Test
    void whatIsAddedByHandIsNotInTheSdk() {
        Map<String, Set<String>> sdk = byType("fields.txt");
        byType("fields-beyond-sdk.txt")
                .forEach((type, fields) ->
                        assertThat(fields).as(type).noneMatch(sdk.getOrDefault(type, Set.of())::contains));
    }

    @Test
    void everyTypeThatIsNamedIsThere() {
        assertThat(ApiFields.all().undefined()).isEmpty();
    }

    private static Map<String, Set<String>> byType(String table) {
        return ApiFields.lines(table).stream()
                .map(line -> Arrays.asList(line.split(" ")))
                .collect(Collectors.toMap(words -> words.get(0), words -> words.stream()
                        .skip(1)
                        .map(word -> word.split(":", 2)[0])
                        .collect(Collectors.toSet())));
    }

    private static List<? extends Class<?>> kinds() throws IOException {
        String jar = com.pulumi.kubernetes.Provider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        try (JarFile classes = new JarFile(jar)) {
            return classes.stream()
                    .map(entry -> entry.getName().replace('/', '.').replaceFirst("\\.class$", ""))
                    .filter(KIND.asMatchPredicate())
                    .map(ApiFieldsTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String token(Class<?> arguments) {
        return load(arguments.getName().replaceFirst("Args$", ""))
                .getAnnotation(ResourceType.class)
                .type();
    }

    private static void add(String name, Class<?> arguments, Map<String, String> lines) {
        if (lines.putIfAbsent(name, "") != null) {
            return;
        }
        List<Field> fields = Stream.of(arguments.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Import.class))
                .sorted((one, other) -> imported(one).compareTo(imported(other)))
                .toList();
        lines.put(
                name,
                fields.stream()
                        .map(field -> imported(field) + ":" + type(field.getGenericType(), lines))
                        .collect(Collectors.joining(" ", name + " ", "")));
    }

    private static String imported(Field field) {
        return field.getAnnotation(Import.class).name();
    }

    private static String type(Type type, Map<String, String> lines) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Output" -> type(arguments[0], lines);
                case "List" -> type(arguments[0], lines) + "[]";
                case "Map" -> "map";
                default -> "any";
            };
        }
        Class<?> shape = (Class<?>) type;
        if (!shape.getName().startsWith(SDK)) {
            return SIMPLE.getOrDefault(shape, "any");
        }
        String name = shape.getName()
                .substring(SDK.length())
                .replaceFirst("\\.inputs\\.", ".")
                .replaceFirst("Args$", "");
        add(name, shape, lines);
        return name;
    }
}
