package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ServiceUsesItsDatabaseTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceUsesItsDatabase();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("from the secret", stack(STORE, pod(secret()))),
                fails("no variable", stack(STORE, pod(Map.of("name", "LOG_LEVEL", "value", "INFO"))), "in memory"),
                fails("by another name", stack(STORE, pod(with("name", "DB_URL"))), "in memory"),
                fails(
                        "in clear text",
                        stack(STORE, pod(Map.of("name", "DATABASE_URL", "value", "x"))),
                        "from a secret"),
                fails(
                        "optional",
                        stack(
                                STORE,
                                pod(with(
                                        "valueFrom",
                                        Map.of(
                                                "secretKeyRef",
                                                Map.of("name", "database", "key", "url", "optional", true))))),
                        "in memory"),
                unknown(
                        "a store of which it is not told yet whose namespace it is in",
                        stack(resource(SecretSources.CLASS, "s").unknown("metadata.namespace"), pod(Map.of()))),
                notApplicable("no store", stack(pod(secret()))));
    }

    private static final ResourceBuilder STORE = resource(SecretSources.CLASS, "database");

    private static Map<String, Object> secret() {
        return with("name", "DATABASE_URL");
    }

    private static Map<String, Object> with(String key, Object value) {
        var variable = new HashMap<String, Object>(Map.of(
                "name", "DATABASE_URL", "valueFrom", Map.of("secretKeyRef", Map.of("name", "database", "key", "url"))));
        variable.put(key, value);
        return variable;
    }

    private static ResourceBuilder pod(Map<String, ?> variable) {
        return resource(Workloads.POD, "service")
                .set(
                        "spec.containers",
                        List.of(Map.of(
                                "name",
                                "service",
                                "env",
                                List.of(Map.of("name", "RATE_LIMIT", "value", "1/day"), variable))));
    }
}
