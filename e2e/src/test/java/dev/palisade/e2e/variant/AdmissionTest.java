package dev.palisade.e2e.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.rules.kubernetes.OnlySignedImagesAreAdmitted;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures are checked where the settings name an image and the repository whose workflow signs it. */
class AdmissionTest {
    private static final String REPOSITORY = "  palisade:githubRepository: example/palisade\n";
    private static final String POLICY = "kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy";
    private static final String SERVICE = "kubernetes:apps/v1:Deployment";

    @Test
    void aStackWithARepositoryAdmitsWhatItsWorkflowHasSigned(@TempDir Path directory) throws Exception {
        var stack = Variant.of(directory, UnaryOperator.identity());

        assertThat(stack.code()).as(stack.text()).isZero();
        assertThat(stack.graph().ofType(POLICY)).hasSize(1);
        assertThat(verdict(stack.graph())).isEqualTo(Verdict.PASS);
        // What a preview answers is what was asked for: a second view of the stack would be judged for nothing.
        assertThat(stack.graph().asAnswered()).isEmpty();
        // Nothing runs in the service's namespace before the policy stands, and the policy goes last.
        var namespace = stack.graph().ofType("kubernetes:core/v1:Namespace").stream()
                .filter(one -> one.name().equals("service"))
                .findFirst()
                .orElseThrow();
        assertThat(namespace.dependencies()).anyMatch(urn -> urn.contains(POLICY));
    }

    @Test
    void aStackWithoutARepositoryHasNoSignerAndChecksNothing(@TempDir Path directory) throws Exception {
        var stack = Variant.of(directory, file -> file.replace(REPOSITORY, ""));

        assertThat(stack.code()).as(stack.text()).isZero();
        assertThat(stack.graph().ofType(POLICY)).isEmpty();
        assertThat(stack.graph().ofType("kubernetes:helm.sh/v3:Release"))
                .extracting(Resource::name)
                .doesNotContain("policy-controller");
        assertThat(verdict(stack.graph())).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Verdict verdict(Graph graph) {
        return new OnlySignedImagesAreAdmitted().check(graph.ofType(SERVICE).get(0), graph);
    }
}
