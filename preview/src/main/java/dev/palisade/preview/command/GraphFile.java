package dev.palisade.preview.command;

import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.preview.stack.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a graph that a preview wrote or {@code pulumi stack export} printed. */
final class GraphFile {
    private static final String STANDARD_INPUT = "-";

    private GraphFile() {}

    static Graph read(String file, InputStream in) throws BadInput {
        var name = STANDARD_INPUT.equals(file) ? "standard input" : file;
        try {
            return Deployment.read(text(file, in));
        } catch (NoSuchFileException e) {
            throw new BadInput(
                    name + ": no such file; write one with `pulumi stack export` or `palisade preview --out`", e);
        } catch (IOException e) {
            throw new BadInput(name + ": can't be read (" + e.getMessage() + ")", e);
        } catch (Deployment.MalformedException e) {
            throw new BadInput(name + ": " + e.getMessage(), e);
        }
    }

    private static String text(String file, InputStream in) throws IOException {
        return STANDARD_INPUT.equals(file)
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
    }
}
