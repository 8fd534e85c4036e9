package dev.palisade.policy.framework;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTextsTest {
    private static final String TYPE = "kubernetes:apps/v1:Deployment";

    /** Says what it reads, as one does who does not think of secrets. */
    @PolicyInfo(
            title = "t",
            severity = Severity.LOW,
            rows = Row.C1,
            controls = "c",
            why = "w",
            remedy = "r",
            snippet = "s")
    private static final class NamesTheNamespace implements ResourcePolicy {
        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public Verdict check(Resource resource) {
            return Verdict.fail("lives in "
                    + resource.inputs()
                            .field("metadata")
                            .field("namespace")
                            .text()
                            .orElse(""));
        }
    }

    private final Evaluator evaluator = new Evaluator(List.of(new NamesTheNamespace()));

    @Test
    void whatIsMarkedAsSecretIsNotInTheWords() {
        ResourceBuilder deployment = resource(TYPE, "d").secret("metadata.namespace", "hidden-namespace");

        assertThat(reasons(evaluator.judge(stack(deployment).build()))).containsExactly("lives in [secret]");
        assertThat(reasons(
                        evaluator.judge(stack(deployment).build().ofType(TYPE).get(0))))
                .containsExactly("lives in [secret]");
    }

    @Test
    void insideOfASecretObjectNothingIsTold() {
        ResourceBuilder deployment = resource(TYPE, "d")
                .set("metadata.namespace", "hidden-namespace")
                .secret("spec", Map.of("a", List.of("hidden", "hidden-namespace")));

        assertThat(reasons(evaluator.judge(stack(deployment).build()))).containsExactly("lives in [secret]");
    }

    @Test
    void everythingElseIs() {
        ResourceBuilder deployment =
                resource(TYPE, "d").set("metadata.namespace", "open-namespace").secret("spec.a", "open");

        assertThat(reasons(evaluator.judge(stack(deployment).build()))).containsExactly("lives in open-namespace");
    }

    @Test
    void noPolicyTellsASecretNamespace() {
        Graph graph = stack(
                        resource(TYPE, "d")
                                .secret("metadata.namespace", "hidden-namespace")
                                .set("metadata.name", "d"),
                        resource("kubernetes:core/v1:Namespace", "n").set("metadata.name", "other"))
                .build();

        assertThat(reasons(new Evaluator(Catalogue.policies()).judge(graph)))
                .isNotEmpty()
                .noneMatch(reason -> reason.contains("hidden-namespace"));
    }

    private static List<String> reasons(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.verdict().reasons().stream())
                .toList();
    }
}
