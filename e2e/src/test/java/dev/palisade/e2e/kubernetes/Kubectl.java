package dev.palisade.e2e.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.engine.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The real kubectl, as the cluster's administrator. */
final class Kubectl {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Machine machine;

    Kubectl(Machine machine) {
        this.machine = machine;
    }

    /** The command line of a call. */
    List<String> line(String... words) {
        var line = new ArrayList<>(List.of("kubectl"));
        line.addAll(Arrays.asList(words));
        return line;
    }

    /** Runs it, whatever it says. */
    Command.Outcome run(String... words) {
        return machine.run(line(words).toArray(String[]::new));
    }

    /** Whether it succeeds. */
    boolean succeeds(String... words) {
        return run(words).exitCode() == 0;
    }

    /** What it prints; an error when it fails. */
    String text(String... words) {
        var outcome = run(words);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("kubectl " + String.join(" ", words) + ": " + outcome.everything());
        }
        return outcome.output();
    }

    /** What it prints as JSON. */
    JsonNode json(String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--output", "json"));
        try {
            return JSON.readTree(text(all.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it with an object in JSON or YAML. */
    Command.Outcome with(String object, String... words) {
        try {
            var file = Files.writeString(Files.createTempFile(machine.file(""), "object", ".yaml"), object);
            var all = new ArrayList<>(Arrays.asList(words));
            all.add("--filename=" + file);
            return run(all.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
