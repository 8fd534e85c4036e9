package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A container's environment: the variables whose values stand there. */
final class Environment {
    private static final Property ENV = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].env[].name");
    private static final Property VALUE = Property.of(Workloads.POD, "spec.containers[].env[].value");
    private static final Property SOURCE = Property.of(Workloads.POD, "spec.containers[].env[].valueFrom");
    private static final Property IMAGE = Property.of(Workloads.POD, "spec.containers[].image");
    private static final Property ENV_FROM = Property.of(Workloads.POD, "spec.containers[].envFrom");

    /** The settings by which a container is known to run the service. */
    private static final Set<String> OF_SERVICE = Set.of(
            "AUTH_JWKS_URL",
            "AUTH_ISSUER",
            "AUTH_AUDIENCE",
            "AUTH_DISABLED",
            "RATE_LIMIT",
            "TRUSTED_PROXY_HOPS",
            "CORS_ORIGINS");

    private static final Pattern SERVICE_IMAGE = Pattern.compile("[^@]*/service(?:[:@].*)?");

    private final Map<String, Value> variables = new LinkedHashMap<>();
    private final boolean whole;
    private final Value image;

    Environment(Container container, Graph graph) {
        Value env = container.get(ENV);
        boolean complete = takeMaps(container, ConfigMaps.of(graph));
        for (Value variable : env.items()) {
            Optional<String> name = variable.get(NAME).text();
            complete = complete && name.isPresent();
            Value value = variable.get(SOURCE).isMissing() ? variable.get(VALUE) : Value.unknown();
            // Of two with one name the last counts.
            name.ifPresent(known -> variables.put(known, value));
        }
        whole = complete;
        image = container.get(IMAGE);
    }

    /** Takes in what whole config maps give, and says whether that is all: what one of them gives, a later one changes. */
    private boolean takeMaps(Container container, ConfigMaps maps) {
        boolean all = true;
        for (Value source : container.get(ENV_FROM).items()) {
            Optional<Map<String, Value>> given = maps.variables(container.pod().namespace(), source);
            all = all && given.isPresent();
            if (given.isEmpty()) {
                variables.replaceAll((name, value) -> Value.unknown());
            }
            variables.putAll(given.orElse(Map.of()));
        }
        return all;
    }

    /** Those whose names are known, in their order; one that is taken from elsewhere is unknown. */
    Map<String, Value> variables() {
        return Collections.unmodifiableMap(variables);
    }

    /** The value; unknown where it comes from elsewhere, or may. */
    Value get(String name) {
        Value value = variables.get(name);
        if (value != null) {
            return value;
        }
        return whole ? Value.missing() : Value.unknown();
    }

    /** Whether this is the service's: by its settings, or where there are none at all, by the name of its image. */
    boolean isOfService() {
        boolean isUnset = whole && variables.isEmpty();
        return variables.keySet().stream().anyMatch(OF_SERVICE::contains)
                || (isUnset
                        && image.text().filter(SERVICE_IMAGE.asMatchPredicate()).isPresent());
    }
}
