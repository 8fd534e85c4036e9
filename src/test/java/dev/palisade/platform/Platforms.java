package dev.palisade.platform;

import dev.palisade.platform.settings.Stacks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stacks of the repository, each run once under the SDK's mocks for all tests that only look. */
final class Platforms {

    private static final Map<String, Mocked> RUN = new ConcurrentHashMap<>();

    private Platforms() {}

    static Mocked of(String stack) {
        return RUN.computeIfAbsent(
                stack, name -> Mocked.run(name, context -> new Platform(context, Stacks.settings(name))));
    }
}
