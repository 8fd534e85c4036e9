package dev.palisade.policy.framework;

import java.util.Locale;

/** One name everywhere: a class's, in kebab case, is the id. */
final class Names {
    /** Findings are sorted by id, so it is asked for far more often than there are classes. */
    private static final ClassValue<String> KEBAB = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                    .toLowerCase(Locale.ROOT);
        }
    };

    private Names() {}

    static String kebab(Class<?> type) {
        return KEBAB.get(type);
    }
}
