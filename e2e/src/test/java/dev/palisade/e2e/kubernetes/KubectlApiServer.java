package dev.palisade.e2e.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.standin.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cluster's API server to the stand-in provider; a Deployment works once it has rolled out. */
final class KubectlApiServer implements ApiServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kubectl kubectl;

    KubectlApiServer(Kubectl kubectl) {
        this.kubectl = kubectl;
    }

    @Override
    public String create(String object) throws RefusedException {
        return made(object, "create");
    }

    @Override
    public String apply(String object) throws RefusedException {
        return made(object, "apply", "--server-side", "--field-manager=kubectl-create", "--force-conflicts");
    }

    private String made(String object, String... verb) throws RefusedException {
        var words = new ArrayList<>(Arrays.asList(verb));
        words.addAll(List.of("--output", "json"));
        var outcome = kubectl.with(object, words.toArray(String[]::new));
        if (outcome.exitCode() != 0) {
            throw new RefusedException(outcome.errors());
        }
        var made = tree(outcome.output());
        if (made.path("kind").asText().equals("Deployment")) {
            var rollout = kubectl.run(
                    "--namespace=" + made.at("/metadata/namespace").asText(),
                    "rollout",
                    "status",
                    "deployment/" + made.at("/metadata/name").asText(),
                    "--timeout=170s");
            if (rollout.exitCode() != 0) {
                throw new RefusedException(rollout.everything());
            }
        }
        return outcome.output();
    }

    @Override
    public Optional<String> read(Name name) {
        var got = kubectl.run(on("get", name, "--output=json"));
        return got.exitCode() == 0 ? Optional.of(got.output()) : Optional.empty();
    }

    @Override
    public void delete(Name name) {
        kubectl.text(on("delete", name, "--ignore-not-found", "--timeout=170s"));
    }

    /** Kinds are told apart by group and version, as in {@code Deployment.v1.apps}. */
    private static String[] on(String verb, Name name, String... options) {
        var group = name.apiVersion().contains("/")
                ? name.apiVersion().split("/", 2)
                : new String[] {"", name.apiVersion()};
        var kind = name.kind() + "." + group[1] + "." + group[0];
        var words = new ArrayList<>(List.of(verb, kind, name.name()));
        if (!name.namespace().isEmpty()) {
            words.add("--namespace=" + name.namespace());
        }
        words.addAll(Arrays.asList(options));
        return words.toArray(String[]::new);
    }

    private static JsonNode tree(String object) {
        try {
            return JSON.readTree(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
