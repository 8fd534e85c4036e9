package dev.palisade.e2e.variant;

import dev.palisade.e2e.docs.Previews;
import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A preview of {@code prod} with other settings; {@code prod} names its image, so its sources need not be copied.
 *
 * @param code the command's exit code
 * @param text all that the command said
 */
record Variant(int code, String text, Graph graph) {

    /** Previews a copy of the stack file after an edit. */
    static Variant of(Path directory, UnaryOperator<String> edit) throws Exception {
        var file = "Pulumi.prod.yaml";
        Files.copy(Repository.root().resolve("Pulumi.yaml"), directory.resolve("Pulumi.yaml"));
        Files.writeString(
                directory.resolve(file),
                edit.apply(Files.readString(Repository.root().resolve(file))));
        var out = directory.resolve("out");
        var answer = Previews.in(directory, "preview", "prod", "--out", out.toString());
        var export = out.resolve("graph.json");
        if (!Files.exists(export)) {
            throw new IllegalStateException("no preview: " + answer.text());
        }
        return new Variant(answer.code(), answer.text(), Deployment.read(Files.readString(export)));
    }
}
