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

/** Writes a graph as scanners read it, and each of a sample of weaker graphs with what the policies make of it. */
final class Plans {
    private static final String KUBERNETES = "kubernetes:";

    private Plans() {}

    /**
     * Writes {@code clean.json}, a plan of Terraform, and {@code clean.yaml}, the Kubernetes objects; for each mutant the
     * one of them that it stands in, and prints that file's name, the area, the severity of the policy that noticed it,
     * and what it is.
     *
     * @param arguments a graph, a directory, and how many mutants
     */
    public static void main(String[] arguments) throws Exception {
        var graph = Deployment.read(Files.readString(Path.of(arguments[0])));
        var directory = Path.of(arguments[1]);
        int sample = Integer.parseInt(arguments[2]);
        Files.writeString(directory.resolve("clean.json"), TerraformPlan.of(export(graph)));
        Files.writeString(directory.resolve("clean.yaml"), Manifests.ofBuiltInKinds(export(graph)));
        if (sample == 0) {
            return;
        }
        int number = 0;
        for (var area : Weakenings.of(graph, sample).entrySet()) {
            for (var mutant : area.getValue()) {
                boolean isObject = mutant.original().type().startsWith(KUBERNETES);
                var weak = export(mutant.in(graph));
                var file = ++number + (isObject ? ".yaml" : ".json");
                Files.writeString(
                        directory.resolve(file), isObject ? Manifests.ofBuiltInKinds(weak) : TerraformPlan.of(weak));
                var score = MutationScore.of(graph, Catalogue.policies(), List.of(mutant));
                var severity = Catalogue.policies().stream()
                        .filter(policy -> score.killed().containsKey(policy.id()))
                        .map(policy -> policy.info().severity().name())
                        .findFirst()
                        .orElse("");
                System.out.println(String.join("\t", file, area.getKey(), severity, mutant.toString()));
            }
        }
    }

    private static Export export(Graph graph) throws IOException {
        return new Export(DeploymentWriter.write(graph, Instant.EPOCH));
    }
}
