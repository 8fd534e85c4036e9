package dev.palisade.e2e.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.docs.Previews;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.testkit.mutation.Equivalents;
import dev.palisade.policy.testkit.mutation.Mutant;
import dev.palisade.policy.testkit.mutation.Mutants;
import dev.palisade.policy.testkit.mutation.MutationScore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score of the policies against single weakenings of the compliant stack: of every few of them, or with {@code
 * -Dmutants=1} of each.
 */
class MutationScoreTest {
    /** Each how many-th mutant is judged; prime, so that every kind gets its turn. */
    private static final int STRIDE = Integer.getInteger("mutants", 29);

    private static final String STACK = System.getProperty("mutants.stack", "dev");
    private static final int FLOOR_PERCENT = 98;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it before each test.
    private Path directory;

    @Test
    void nearlyEveryWeakeningOfTheStackIsNoticed() throws Exception {
        var graph = graph();
        var equivalents = Equivalents.read(
                Files.readAllLines(Repository.root().resolve("e2e/src/test/resources/mutation/equivalents.txt")));
        List<Mutant> all = Mutants.of(graph);
        List<Mutant> sample = IntStream.iterate(0, i -> i < all.size(), i -> i + STRIDE)
                .mapToObj(all::get)
                .toList();

        var score = MutationScore.of(graph, Catalogue.policies(), sample);

        List<Mutant> survived = score.survived().stream()
                .filter(mutant -> !RequiredInputs.lacks(mutant)
                        && equivalents.reason(mutant).isEmpty())
                .toList();
        int weakening = score.killedCount() + survived.size();
        int percent = 100 * score.killedCount() / weakening;
        System.out.printf(
                "mutation score of %s: killed %d of %d (%d %%), equivalents %d%n",
                STACK, score.killedCount(), weakening, percent, sample.size() - weakening);
        assertThat(percent).as("survived: %s", survived).isGreaterThanOrEqualTo(FLOOR_PERCENT);
    }

    /** The program's own graph, as {@code ./palisade preview} writes it. */
    private Graph graph() throws Exception {
        var answer = Previews.run("preview", STACK, "--out", directory.toString());
        assertThat(answer.code()).as(answer.text()).isZero();
        return Deployment.read(Files.readString(directory.resolve("graph.json")));
    }
}
