package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Value;

/** Which VPC something is in. */
final class Vpcs {
    private Vpcs() {}

    /** Whether two ids may be those of one VPC: nothing that is there belongs to the other if not. */
    static boolean mayBeOne(Value one, Value other) {
        return one.isUnknown() || other.isUnknown() || one.equals(other);
    }
}
