package dev.palisade.e2e.crosscheck;

import dev.palisade.e2e.mutation.Weakenings;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.DeploymentWriter;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.Catalogue;
import dev.palisade.policy.testkit.mutation.MutationScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes a graph as a plan of Terraform, and each of a sample of weaker graphs with what the policies make of it. */
final class Plans {
    private Plans() {}

    /**
     * Writes {@code clean.json} and one plan for each mutant; prints its number, area, the severity of the policy
     * that noticed it, and what it is.
     *
     * @param arguments a graph, a directory, and how many mutants
     */
    public static void main(String[] arguments) throws Exception {
        var graph = Deployment.read(Files.readString(Path.of(arguments[0])));
        var directory = Path.of(arguments[1]);
        int sample = Integer.parseInt(arguments[2]);
        write(graph, directory.resolve("clean.json"));
        if (sample == 0) {
            return;
        }
        int number = 0;
        for (var area : Weakenings.of(graph, sample).entrySet()) {
            for (var mutant : area.getValue()) {
                write(mutant.in(graph), directory.resolve(++number + ".json"));
                var score = MutationScore.of(graph, Catalogue.policies(), List.of(mutant));
                var severity = Catalogue.policies().stream()
                        .filter(policy -> score.killed().containsKey(policy.id()))
                        .map(policy -> policy.info().severity().name())
                        .findFirst()
                        .orElse("");
                System.out.println(String.join("\t", number + "", area.getKey(), severity, mutant.toString()));
            }
        }
    }

    private static void write(Graph graph, Path file) throws IOException {
        Files.writeString(file, TerraformPlan.of(new Export(DeploymentWriter.write(graph, Instant.EPOCH))));
    }
}
