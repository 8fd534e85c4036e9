package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Optional;
import java.util.Set;

/** A fix so safe that the engine may apply it to what the program asks for, before the resource is created. */
public interface Remediation {
    /** The class's name in kebab case, as a policy's. */
    default String id() {
        return Names.kebab(getClass());
    }

    /** The Pulumi type tokens that it can fix. */
    Set<String> types();

    /** The inputs put right, all of them; empty where nothing is wrong or where what is wrong is not known yet. */
    Optional<Value.Fields> fix(Resource resource);

    /** A sentence that says what a fix did: "Switched IMDSv1 off.". */
    String done();
}
