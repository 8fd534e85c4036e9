package dev.palisade.policy.flow;

import java.util.Set;

/**
 * The security groups of a network interface.
 *
 * @param keys a URN each, or an id where the group is not of this graph
 * @param known whether these are all of them
 */
record Groups(Set<String> keys, boolean known) {
    static final Groups UNKNOWN = new Groups(Set.of(), false);

    Groups {
        keys = Set.copyOf(keys);
    }
}
