package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** Reads nested properties of a part of a resource. */
final class Paths {
    private Paths() {}

    /** Follows a property's path from inside of a resource: the value given stands where the first segments lead. */
    static Value follow(Value start, Property property, int skipped) {
        Value value = start;
        for (String segment : property.path().subList(skipped, property.path().size())) {
            value = value.field(segment);
        }
        return value;
    }

    /** Absent, false or a text that says so. */
    static Truth isOff(Value value) {
        return value.isTrue().not();
    }

    /** Absent, or passes the test. */
    static Truth absentOr(Value value, Truth test) {
        return value.isPresent().not().or(test);
    }
}
