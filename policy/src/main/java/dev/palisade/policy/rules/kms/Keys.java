package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** The relation between what is encrypted and the customer managed key of this stack that encrypts it. */
public final class Keys {
    public static final String KEY = "aws:kms/key:Key";
    private static final String ALIAS = "aws:kms/alias:Alias";
    private static final Property ROTATION = Property.of(KEY, "enableKeyRotation");
    private static final Property ENABLED = Property.of(KEY, "isEnabled");
    private static final Property POLICY = Property.of(KEY, "policy");
    private static final Property ALIASED = Property.of(ALIAS, "targetKeyId");

    private Keys() {}

    /** Whether the property names a key of this stack that is enabled and rotates. */
    public static Verdict encrypt(Resource resource, Property property, Graph graph) {
        Value name = resource.get(property);
        if (name.isMissing()) {
            return Verdict.fail("is not encrypted with a key of its own: " + property + " is not set");
        }
        Targets keys = named(resource, property, graph);
        return Verdict.require(keys.exist(), "is not encrypted with a key of this stack: " + property + " names none")
                .and(Verdict.require(
                        keys.all(Keys::isSound),
                        "is encrypted with a key that is disabled or does not rotate, through " + property));
    }

    /** The keys that a property names, directly or by an alias of the stack. */
    public static Targets named(Resource resource, Property property, Graph graph) {
        Targets direct = graph.targets(resource, property, KEY, ALIAS);
        Set<Resource> keys = new LinkedHashSet<>();
        boolean decided = direct.decided();
        for (Resource target : direct.resources()) {
            if (target.is(KEY)) {
                keys.add(target);
            } else {
                Targets aliased = graph.targets(target, ALIASED, KEY);
                keys.addAll(aliased.resources());
                decided = decided && aliased.decided();
            }
        }
        return new Targets(keys.stream().toList(), decided);
    }

    /** Whether some resource's property names the key, directly or by an alias of the stack. */
    static Truth encrypts(Resource key, Property property, Graph graph) {
        return graph.referrers(key, property).exist().or(() -> graph.referrers(key, ALIASED)
                .any(alias -> graph.referrers(alias, property).exist()));
    }

    /** Whether the key's policy lets the AWS service whose host begins so take an action. */
    public static Truth admits(Resource key, String service, String action) {
        PolicyDocument document = PolicyDocument.of(key.get(POLICY));
        if (document instanceof PolicyDocument.Undetermined) {
            return Truth.UNKNOWN;
        }
        return Truth.of(document instanceof PolicyDocument.Parsed parsed
                && parsed.statements().stream()
                        .anyMatch(statement -> statement.allows(action)
                                && statement.principals().stream()
                                        .anyMatch(principal -> principal.isService()
                                                && principal.name().startsWith(service))));
    }

    private static Truth isSound(Resource key) {
        return key.get(ROTATION)
                .isTrue()
                .and(() -> key.get(ENABLED).isPresent().not().or(() -> key.get(ENABLED)
                        .isTrue()));
    }
}
