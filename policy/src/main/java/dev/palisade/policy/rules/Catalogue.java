package dev.palisade.policy.rules;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.kms.KmsKeyRotates;
import java.util.List;

/** Every policy, one line each, by area. A test fails for a policy class that is not here. */
public final class Catalogue {
    private static final List<Policy> POLICIES = List.of(
            // kms
            new KmsKeyRotates());

    private Catalogue() {}

    public static List<Policy> policies() {
        return POLICIES;
    }
}
