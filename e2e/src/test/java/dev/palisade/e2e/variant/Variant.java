package dev.palisade.e2e.variant;

import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.report.Paint;
import dev.palisade.preview.command.CommandLineTool;
import dev.palisade.preview.command.Console;
import dev.palisade.preview.command.Installation;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
        var text = new ByteArrayOutputStream();
        var stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        var tool = new CommandLineTool(
                new Console(stream, stream, Paint.PLAIN, false),
                InputStream.nullInputStream(),
                new Installation(directory, "dev.palisade.platform.Main"),
                Clock.systemUTC());
        var out = directory.resolve("out");
        int code = tool.run("preview", "prod", "--out", out.toString());
        var export = out.resolve("graph.json");
        if (!Files.exists(export)) {
            throw new IllegalStateException("no preview: " + text.toString(StandardCharsets.UTF_8));
        }
        return new Variant(code, text.toString(StandardCharsets.UTF_8), Deployment.read(Files.readString(export)));
    }
}
