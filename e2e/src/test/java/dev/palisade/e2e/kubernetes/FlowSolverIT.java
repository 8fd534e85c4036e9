package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.kubernetes.Neighbours.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver that the policies rest on, held to what packets do under the same NetworkPolicies. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowSolverIT {
    /** Within this time a policy has come to the enforcer. */
    private static final Duration ENFORCED = Duration.ofSeconds(40);

    private Neighbours neighbours;

    @BeforeAll
    void start(Platform platform) {
        neighbours = new Neighbours(platform.cluster());
    }

    @AfterAll
    void end() {
        neighbours.end();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSolverAndTheClusterAgreeOnEveryConnection(long seed) {
        assertAgreement(seed);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(longs = {4, 5, 6, 7, 8})
    void soTheyDoUnderMorePolicies(long seed) {
        assertAgreement(seed);
    }

    private void assertAgreement(long seed) {
        var policies = new RandomPolicies(seed).draw();
        var solved = Solver.solve(policies);
        neighbours.apply(policies);
        try {
            Waiting.until(
                    "agreement under " + policies,
                    ENFORCED,
                    () -> disagreements(solved, policies).isEmpty(),
                    () -> disagreements(solved, policies).toString());
            // Agreed, and stays so.
            assertThat(disagreements(solved, policies)).as("%s", policies).isEmpty();
            System.out.printf(
                    "seed %d: %d policies, %d of %d connections open, no disagreement; %d not the enforcer's to tell%n",
                    seed,
                    policies.size(),
                    solved.values().stream().filter(it -> it).count(),
                    solved.size(),
                    solved.entrySet().stream()
                            .filter(it -> !it.getValue() && Enforcer.isLax(it.getKey(), policies))
                            .count());
        } finally {
            neighbours.forget(policies);
        }
    }

    private Set<String> disagreements(Map<Connection, Boolean> solved, List<Map<String, Object>> policies) {
        var tried = neighbours.tried();
        assertThat(tried).containsOnlyKeys(solved.keySet());
        var found = new TreeSet<String>();
        tried.forEach((connection, open) -> {
            boolean lax = open && Enforcer.isLax(connection, policies);
            if (!open.equals(solved.get(connection)) && !lax) {
                found.add(connection + (open ? " is open" : " is closed"));
            }
        });
        return found;
    }
}
