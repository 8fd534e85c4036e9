package dev.palisade.e2e.mutation;

import com.pulumi.core.annotations.Import;
import dev.palisade.policy.testkit.mutation.Mutant;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Inputs that the providers' SDKs demand: a program without them does not get as far as a policy. */
final class RequiredInputs {
    private RequiredInputs() {}

    /** Whether the mutant takes away what its provider demands. */
    static boolean lacks(Mutant mutant) {
        return "remove".equals(mutant.change())
                && !mutant.path().isEmpty()
                && !mutant.path().endsWith("]")
                && arguments(mutant.original().type())
                        .map(type ->
                                isRequired(type, Arrays.asList(mutant.path().split("[.]", -1))))
                        .orElse(false);
    }

    private static Optional<Class<?>> arguments(String token) {
        String[] parts = token.split(":", 3);
        String module = parts[1];
        String name = "kubernetes".equals(parts[0])
                ? "com.pulumi.kubernetes." + module.split("[./]", 2)[0] + "."
                        + module.substring(module.indexOf('/') + 1)
                : "com.pulumi." + parts[0] + "." + module.split("/", 2)[0];
        try {
            return Optional.of(
                    Class.forName(name + "." + parts[2] + "Args", false, RequiredInputs.class.getClassLoader()));
        } catch (ClassNotFoundException withoutSchema) {
            return Optional.empty();
        }
    }

    private static boolean isRequired(Class<?> type, List<String> path) {
        String segment = path.get(0).replaceAll("\\[\\d+]$", "");
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                Import input = field.getAnnotation(Import.class);
                if (input != null && input.name().equals(segment)) {
                    return path.size() == 1
                            ? input.required()
                            : shapes(field.getGenericType()).stream()
                                    .anyMatch(inner -> isRequired(inner, path.subList(1, path.size())));
                }
            }
        }
        return false;
    }

    /** The classes that a declared type can hold, out of Output, List and Either. */
    private static List<Class<?>> shapes(Type type) {
        if (type instanceof Class<?> shape) {
            return List.of(shape);
        }
        List<Class<?>> shapes = new ArrayList<>();
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                shapes.addAll(shapes(argument));
            }
        }
        return shapes;
    }
}
