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
     * Writes {@code clean.json}, a plan of Terraform, {@code clean.template}, one of CloudFormation, and {@code clean.yaml},
     * the Kubernetes objects; for each mutant those that it stands in, and prints their name, the area, the severity of the
     * policy that noticed it, and what it is.
     *
     * @param arguments a graph, a directory, and how many mutants
     */
    public static void main(String[] arguments) throws Exception {
        var graph = Deployment.read(Files.readString(Path.of(arguments[0])));
        var directory = Path.of(arguments[1]);
        int sample = Integer.parseInt(arguments[2]);
        writeAws(directory, "clean", export(graph));
        writeObjects(directory, "clean", export(graph));
        if (sample == 0) {
            return;
        }
        int number = 0;
        for (var area : Weakenings.of(graph, sample).entrySet()) {
            for (var mutant : area.getValue()) {
                var name = Integer.toString(++number);
                var weak = export(mutant.in(graph));
                if (mutant.original().type().startsWith(KUBERNETES)) {
                    writeObjects(directory, name, weak);
                } else {
                    writeAws(directory, name, weak);
                }
                var score = MutationScore.of(graph, Catalogue.policies(), List.of(mutant));
                var severity = Catalogue.policies().stream()
                        .filter(policy -> score.killed().containsKey(policy.id()))
                        .map(policy -> policy.info().severity().name())
                        .findFirst()
                        .orElse("");
                System.out.println(String.join("\t", name, area.getKey(), severity, mutant.toString()));
            }
        }
    }

    private static void writeAws(Path directory, String name, Export export) throws IOException {
        Files.writeString(directory.resolve(name + ".json"), TerraformPlan.of(export));
        Files.writeString(directory.resolve(name + ".template"), CloudFormationTemplate.of(export));
    }

    private static void writeObjects(Path directory, String name, Export export) throws IOException {
        Files.writeString(directory.resolve(name + ".yaml"), Manifests.ofBuiltInKinds(export));
    }

    private static Export export(Graph graph) throws IOException {
        return new Export(DeploymentWriter.write(graph, Instant.EPOCH));
    }
}
