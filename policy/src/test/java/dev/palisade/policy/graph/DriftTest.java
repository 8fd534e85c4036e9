package dev.palisade.policy.graph;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Evaluator;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.rules.kms.KmsKeyRotates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    @ParameterizedTest
    @CsvSource({"true,true,PASS", "true,false,FAIL", "false,true,FAIL", "false,false,FAIL"})
    void aStackMustComplyAsAskedForAndAsAnswered(boolean asked, boolean answered, Verdict.Kind expected) {
        Graph graph = stack(resource("aws:kms/key:Key", "data")
                        .set("enableKeyRotation", asked)
                        .output("enableKeyRotation", answered))
                .build();
        assertThat(new Evaluator(List.of(new KmsKeyRotates())).judge(graph))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict().kind()).isEqualTo(expected));
    }

    @Test
    void whatTheProviderAddsOnItsOwnIsNoDrift() {
        Graph graph = stack(resource("aws:kms/key:Key", "data")
                        .set("enableKeyRotation", true)
                        .output("arn", "arn:aws:kms:eu-central-1:111122223333:key/1"))
                .build();
        assertThat(graph.asAnswered()).isEmpty();
    }

    @Test
    void whatAnApiServerWritesAboutAnObjectIsNoDriftButWhatItSetsIs() {
        assertThat(namespaceAnsweredWith("uid", "1a2b").asAnswered()).isEmpty();
        assertThat(namespaceAnsweredWith("annotations", Map.of("a", "b")).asAnswered())
                .isPresent();
    }

    private static Graph namespaceAnsweredWith(String field, Object value) {
        return stack(resource("kubernetes:core/v1:Namespace", "n")
                        .set("metadata.name", "n")
                        .output("metadata", Map.of("name", "n", field, value)))
                .build();
    }

    @Test
    void anAnswerInsideOfAnObjectIsDriftAndTakesNothingAwayBesideIt() {
        Graph graph = stack(resource("aws:eks/cluster:Cluster", "c")
                        .set("vpcConfig.endpointPublicAccess", false)
                        .set("vpcConfig.endpointPrivateAccess", true)
                        .output("vpcConfig", Map.of("endpointPublicAccess", true)))
                .build();
        assertThat(graph.asAnswered()).hasValueSatisfying(answered -> assertThat(answered.graph()
                        .ofType("aws:eks/cluster:Cluster")
                        .get(0)
                        .inputs()
                        .field("vpcConfig"))
                .isEqualTo(Values.ofJson(Map.of("endpointPublicAccess", true, "endpointPrivateAccess", true))));
    }
}
