package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** A SecretProviderClass in its namespace says that there is a database; without the variable the service starts all the same. */
@PolicyInfo(
        title = "The service takes its database's address from the secret that the stack brings",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X6},
        controls = {"NIST 800-53 SC-28", "NIST 800-53 CP-9", "PCI DSS 8.6.2", "SOC 2 A1.2", "SOC 2 CC6.1"},
        why = "Without it each pod keeps data in its own memory: nobody sees an error, and a restart loses everything.",
        remedy = "Set DATABASE_URL by a secretKeyRef to the secret that the SecretProviderClass syncs, not optional.",
        snippet = "EnvVarArgs.builder().name(\"DATABASE_URL\").valueFrom(secretKeyRef)")
public final class ServiceUsesItsDatabase implements RelationPolicy {
    private static final String DATABASE = "DATABASE_URL";
    private static final Property ENV = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].env[].name");
    private static final Property VALUE = Property.of(Workloads.POD, "spec.containers[].env[].value");
    private static final Property SOURCE = Property.of(Workloads.POD, "spec.containers[].env[].valueFrom");
    private static final Property SECRET = Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.secretKeyRef");
    private static final Property OPTIONAL =
            Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.secretKeyRef.optional");

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        PodSpec pod = PodSpec.of(workload);
        Truth brought = SecretSources.of(graph).classes().any(pod.namespace(), store -> Truth.TRUE);
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Container container : pod.services()) {
            if (brought != Truth.FALSE && new Environment(container, graph).isOfService()) {
                verdict = verdict.and(container.require(
                        brought.not().or(() -> takes(container)),
                        "does not take " + DATABASE + " from a secret, and keeps its data in memory"));
            }
        }
        return verdict;
    }

    private static Truth takes(Container container) {
        return container.get(ENV).any(variable -> {
            Value secret = variable.get(SOURCE).get(SECRET);
            return variable.get(NAME)
                    .is(DATABASE)
                    .and(secret::isPresent)
                    .and(() -> secret.get(OPTIONAL).isTrue().not())
                    .and(() -> variable.get(VALUE).isPresent().not());
        });
    }
}
