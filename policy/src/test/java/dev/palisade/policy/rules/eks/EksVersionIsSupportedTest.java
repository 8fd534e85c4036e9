package dev.palisade.policy.rules.eks;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EksVersionIsSupportedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EksVersionIsSupported(InstantSource.fixed(Instant.parse("2026-12-01T23:59:00Z")));
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("in support until tomorrow", stack(cluster("1.34"))),
                passes(
                        "the component",
                        stack(resource(Clusters.COMPONENT, "main").set("version", "1.36"))),
                passes(
                        "nodes",
                        stack(resource("aws:eks/nodeGroup:NodeGroup", "n").set("version", "1.35"))),
                fails("out of support", stack(cluster("1.33")), "runs Kubernetes 1.33"),
                fails(
                        "old nodes",
                        stack(resource("aws:eks/nodeGroup:NodeGroup", "n").set("version", "1.29")),
                        "1.29"),
                fails("no version", stack(resource(Clusters.CLUSTER, "main")), "does not say"),
                fails("no version at all", stack(cluster("latest")), "latest"),
                unknown("a version that came later", stack(cluster("1.37"))),
                unknown(
                        "a version from outputs",
                        stack(resource(Clusters.CLUSTER, "main").unknown("version"))),
                notApplicable("no cluster", stack()));
    }

    @Test
    void supportEndsOnTheDayOfTheCalendar() {
        assertThat(SupportCalendar.supports("1.34", LocalDate.of(2026, 12, 1))).isEqualTo(Truth.TRUE);
        assertThat(SupportCalendar.supports("1.34", LocalDate.of(2026, 12, 2))).isEqualTo(Truth.FALSE);
        assertThat(SupportCalendar.supports("1.35", LocalDate.of(2027, 3, 27))).isEqualTo(Truth.FALSE);
        assertThat(SupportCalendar.supports("1.36", LocalDate.of(2027, 8, 1))).isEqualTo(Truth.TRUE);
    }

    private static ResourceBuilder cluster(String version) {
        return resource(Clusters.CLUSTER, "main").set("version", version);
    }
}
