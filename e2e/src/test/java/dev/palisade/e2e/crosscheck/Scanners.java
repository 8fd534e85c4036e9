package dev.palisade.e2e.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The scanners, each started as a user would and without a network; what cannot be read is an error, not silence. */
final class Scanners {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** The best grade that kube-score gives. */
    private static final int FLAWLESS = 10;

    private final Path directory;

    Scanners(Path directory) {
        this.directory = directory;
    }

    /**
     * What Checkov finds in a file.
     *
     * @param framework what kind of file it is, in Checkov's words
     */
    Set<Finding> checkov(String framework, String file) throws IOException {
        var outcome = run(
                Map.of("BC_SKIP_MAPPING", "TRUE", "LOG_LEVEL", "ERROR"),
                "checkov",
                "--file",
                file,
                "--framework",
                framework,
                "--skip-download",
                "--compact",
                "--output",
                "json");
        JsonNode report = JSON.readTree(outcome.output());
        if (report.at("/summary/passed").asInt() == 0
                || report.at("/summary/parsing_errors").asInt() > 0) {
            throw new IllegalStateException("checkov did not understand " + file + ": " + outcome.everything());
        }
        Set<Finding> findings = new TreeSet<>();
        for (JsonNode failed : report.at("/results/failed_checks")) {
            findings.add(new Finding(
                    failed.path("check_id").asText(), failed.path("resource").asText()));
        }
        return findings;
    }

    /** What kube-score would have better. */
    Set<Finding> kubeScore(String file) throws IOException {
        var outcome = run(
                Map.of(), Tools.kubeScore().resolve("kube-score").toString(), "score", "--output-format", "json", file);
        Set<Finding> findings = new TreeSet<>();
        int checked = 0;
        for (JsonNode object : JSON.readTree(outcome.output())) {
            for (JsonNode check : object.path("checks")) {
                checked++;
                if (!check.path("skipped").asBoolean() && check.path("grade").asInt() < FLAWLESS) {
                    findings.add(new Finding(
                            check.at("/check/id").asText(),
                            object.path("object_name").asText()));
                }
            }
        }
        if (checked == 0) {
            throw new IllegalStateException("kube-score checked nothing: " + outcome.everything());
        }
        return findings;
    }

    /** The outcome of holding objects to Kubernetes' own schemas of that version, no property beyond them allowed. */
    Command.Outcome kubernetesValidate(String version, String file) {
        return run(Map.of(), "kubernetes-validate", "--strict", "--kubernetes-version", version, file);
    }

    private Command.Outcome run(Map<String, String> settings, String... line) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(settings);
        // Nothing may be asked outside: a proxy that does not exist makes each attempt fail.
        List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
                .forEach(name -> environment.put(name, "http://127.0.0.1:9"));
        return Command.run(directory, environment, LIMIT, Arrays.asList(line));
    }
}
