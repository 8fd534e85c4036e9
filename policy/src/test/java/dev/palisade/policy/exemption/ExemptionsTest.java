package dev.palisade.policy.exemption;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Finding;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.kms.KmsKeyRotates;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemptionsTest {
    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2027-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate IN_MARCH = LocalDate.of(2027, 3, 31);
    private static final String KEY = "aws:kms/key:Key";

    @Test
    void coverTheFindingOnTheirResourceAlone() {
        Exemptions.Applied applied =
                apply(exemption("kms-key-rotates", KEY + "::data", IN_MARCH), key("data"), key("more-data"));
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.covered()).hasSize(1);
        applied.covered().forEach((finding, by) -> assertThat(finding.urn()).endsWith("::data"));
    }

    @Test
    void coverWhatIsNotKnownYet() {
        ResourceBuilder undecided = resource(KEY, "data").unknown("enableKeyRotation");
        assertThat(apply(exemption("kms-key-rotates", KEY + "::data", IN_MARCH), undecided)
                        .covered())
                .hasSize(1);
    }

    @Test
    void holdThroughTheirLastDayAndNoLonger() {
        LocalDate today = LocalDate.of(2027, 1, 1);
        assertThat(apply(exemption("kms-key-rotates", KEY + "::data", today), key("data"))
                        .problems())
                .isEmpty();
        Exemptions.Applied late = apply(exemption("kms-key-rotates", KEY + "::data", today.minusDays(1)), key("data"));
        assertThat(late.covered()).isEmpty();
        assertThat(said(late))
                .containsExactly("EX-1: expired on 2026-12-31: repair the finding, or renew it with its owner");
    }

    @Test
    void endWithinAYear() {
        LocalDate inAYear = LocalDate.of(2028, 1, 1);
        assertThat(apply(exemption("kms-key-rotates", KEY + "::data", inAYear), key("data"))
                        .problems())
                .isEmpty();
        Exemptions.Applied late = apply(exemption("kms-key-rotates", KEY + "::data", inAYear.plusDays(1)), key("data"));
        assertThat(late.covered()).isEmpty();
        assertThat(said(late)).containsExactly("EX-1: expires on 2028-01-02, more than a year off: 2028-01-01 at most");
    }

    @Test
    void areRefusedWhereTheyCoverNothing() {
        ResourceBuilder sound = resource(KEY, "data").set("enableKeyRotation", true);
        assertThat(said(apply(exemption("kms-key-rotates", KEY + "::data", IN_MARCH), sound)))
                .containsExactly(
                        "EX-1: covers no finding: kms-key-rotates holds on aws:kms/key:Key::data, so delete the exemption");
        assertThat(said(apply(exemption("kms-key-rotates", KEY + "::data", IN_MARCH), key("renamed"))))
                .containsExactly("EX-1: no resource is \"aws:kms/key:Key::data\": was it renamed or removed?");
        assertThat(said(apply(exemption("kms-keys-rotate", KEY + "::data", IN_MARCH), key("data"))))
                .containsExactly("EX-1: no policy has the id \"kms-keys-rotate\"");
    }

    @Test
    void fallWithTheirEvidence() {
        Exemption one = new Exemption(
                "EX-1", "pmd/WildcardBind", "app/Main.java", "why", "team", IN_MARCH, List.of("kms-key-rotates"));
        assertThat(apply(one, resource(KEY, "data").set("enableKeyRotation", true))
                        .problems())
                .isEmpty();
        assertThat(said(apply(one, key("data"))))
                .containsExactly("EX-1: its evidence \"kms-key-rotates\" no longer holds");
        assertThat(said(apply(one))).containsExactly("EX-1: its evidence \"kms-key-rotates\" no longer holds");
    }

    @Test
    void restOnNamedEvidenceOnly() {
        Exemption one = new Exemption(
                "EX-1", "kms-key-rotates", KEY + "::data", "why", "team", IN_MARCH, List.of("no-such-flow"));
        Exemptions.Applied applied = apply(one, key("data"));
        assertThat(applied.covered()).isEmpty();
        assertThat(said(applied))
                .containsExactly("EX-1: its evidence \"no-such-flow\" is neither a declared flow nor a policy");
    }

    @Test
    void bringWhatIsWrongWithTheirFileToEveryGraph() {
        Exemptions exemptions = Exemptions.read("- nonsense", "exemptions.yaml");
        assertThat(exemptions.apply(List.of(), stack().build(), NEW_YEAR).problems())
                .isEqualTo(exemptions.malformed())
                .isNotEmpty();
    }

    @Test
    void theDeclaredOnesAreWellFormed() {
        assertThat(Exemptions.declared().malformed()).isEmpty();
    }

    private static ResourceBuilder key(String name) {
        return resource(KEY, name);
    }

    private static Exemption exemption(String policy, String resource, LocalDate expires) {
        return new Exemption("EX-1", policy, resource, "why", "team", expires, List.of());
    }

    private static Exemptions.Applied apply(Exemption exemption, ResourceBuilder... resources) {
        Graph graph = stack(resources).build();
        List<Finding> findings = new Evaluator(List.of(new KmsKeyRotates())).judge(graph);
        return new Exemptions(List.of(exemption)).apply(findings, graph, NEW_YEAR);
    }

    private static List<String> said(Exemptions.Applied applied) {
        return applied.problems().stream()
                .map(problem -> problem.exemption() + ": " + problem.message())
                .toList();
    }
}
