package dev.palisade.e2e.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.docs.Previews;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.testkit.mutation.Equivalents;
import dev.palisade.policy.testkit.mutation.Mutant;
import dev.palisade.policy.testkit.mutation.Mutants;
import dev.palisade.policy.testkit.mutation.MutationScore;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The score of the policies against single weakenings of the compliant stacks: of every few of them, or with {@code
 * -Dmutants=1} of each.
 */
class MutationScoreTest {
    private static final int FLOOR_PERCENT = 98;

    /** Strides are prime, so that every kind gets its turn. */
    @ParameterizedTest
    @CsvSource({"dev, 29", "prod, 97"})
    void nearlyEveryWeakeningOfTheStackIsNoticed(String stack, int stride) throws Exception {
        Graph graph = Previews.graph(stack);
        var equivalents = Equivalents.read(
                Files.readAllLines(Repository.root().resolve("e2e/src/test/resources/mutation/equivalents.txt")));
        List<Mutant> all = Mutants.of(graph);
        List<Mutant> sample = IntStream.iterate(0, i -> i < all.size(), i -> i + Integer.getInteger("mutants", stride))
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
                stack, score.killedCount(), weakening, percent, sample.size() - weakening);
        survived.forEach(mutant -> System.out.println("survived: " + mutant));
        assertThat(percent).as("survived: %s", survived).isGreaterThanOrEqualTo(FLOOR_PERCENT);
    }
}
