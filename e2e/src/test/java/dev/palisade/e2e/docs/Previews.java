package dev.palisade.e2e.docs;

import dev.palisade.e2e.engine.Repository;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.report.Paint;
import dev.palisade.preview.command.CommandLineTool;
import dev.palisade.preview.command.Console;
import dev.palisade.preview.command.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The command of this repository, in this process. */
public final class Previews {
    private static final Map<String, String> EXPORTS = new HashMap<>();

    private Previews() {}

    /** How a command ended, and all that it said. */
    public record Answer(int code, String text) {}

    public static Answer run(String... arguments) {
        return in(Repository.root(), arguments);
    }

    /** The command on a project elsewhere: on its Pulumi.yaml and stack files, with this repository's program. */
    public static Answer in(Path project, String... arguments) {
        var text = new ByteArrayOutputStream();
        var stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        var program = new Installation(project, "dev.palisade.platform.Main");
        var console = new Console(stream, stream, Paint.PLAIN, false);
        int code =
                new CommandLineTool(console, InputStream.nullInputStream(), program, Clock.systemUTC()).run(arguments);
        return new Answer(code, text.toString(StandardCharsets.UTF_8));
    }

    /** What a stack would create, in Pulumi's format; worked out once. */
    public static synchronized String export(String stack) throws IOException {
        var known = EXPORTS.get(stack);
        if (known == null) {
            var folder = Files.createTempDirectory("palisade-docs");
            var answer = run("preview", stack, "--out", folder.toString());
            try (var files = Files.newDirectoryStream(folder)) {
                known = Files.exists(folder.resolve("graph.json"))
                        ? Files.readString(folder.resolve("graph.json"))
                        : "";
                for (var file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            if (known.isEmpty()) {
                throw new IllegalStateException("no preview of " + stack + ": " + answer.text());
            }
            EXPORTS.put(stack, known);
        }
        return known;
    }

    public static Graph graph(String stack) throws Exception {
        return Deployment.read(export(stack));
    }
}
