package dev.palisade.policy.framework;

import java.util.Locale;

/** One name everywhere: a class's, in kebab case, is the id. */
final class Names {
    private Names() {}

    static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
