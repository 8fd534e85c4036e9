package dev.palisade.policy.graph;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The resources at the other end of a relation.
 *
 * @param decided whether these are all of them and all certain; if not, some value is unknown and does not tell
 */
public record Targets(List<Resource> resources, boolean decided) {
    public Targets {
        resources = List.copyOf(resources);
    }

    /** These, and some that are certain. */
    public Targets and(List<Resource> others) {
        return new Targets(Stream.concat(resources.stream(), others.stream()).toList(), decided);
    }

    public boolean isEmpty() {
        return resources.isEmpty();
    }

    /** Whether one of them satisfies the test; unknown where none does and more may come. */
    public Truth any(Function<Resource, Truth> test) {
        Truth result = Truth.FALSE;
        for (Resource resource : resources) {
            Truth truth = test.apply(resource);
            result = result.or(decided ? truth : truth.and(Truth.UNKNOWN));
        }
        return decided ? result : result.or(Truth.UNKNOWN);
    }

    /** Whether all of them satisfy the test. */
    public Truth all(Function<Resource, Truth> test) {
        return any(resource -> test.apply(resource).not()).not();
    }

    public Truth exist() {
        return any(resource -> Truth.TRUE);
    }
}
