package dev.palisade.e2e.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.palisade.e2e.docs.Previews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** Reports as the command writes them, each below a directory of the test's own. */
final class ReportPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    ReportPages(Path directory) {
        this.directory = directory;
    }

    /** The page of {@code preview prod --out}. */
    Path ofProd() throws IOException {
        return written("prod", "preview", "prod");
    }

    /** The page of {@code check --out} for prod whose first key of KMS is no longer rotated. */
    Path ofStackWithViolation() throws IOException {
        JsonNode export = JSON.readTree(Previews.export("prod"));
        ObjectNode inputs = StreamSupport.stream(resources(export).spliterator(), false)
                .filter(resource ->
                        "aws:kms/key:Key".equals(resource.path("type").asText()))
                .map(resource -> (ObjectNode) resource.path("inputs"))
                .findFirst()
                .orElseThrow();
        inputs.put("enableKeyRotation", false);
        return checked("violation", export);
    }

    /** The page of a stack with this many resources, the added ones being parameters below one component. */
    Path ofStackWithResources(int count) throws IOException {
        JsonNode export = JSON.readTree(Previews.export("prod"));
        ArrayNode resources = resources(export);
        String stack = resources.path(0).path("urn").asText();
        String prefix = stack.substring(0, stack.indexOf("::", stack.indexOf("::") + 2) + 2);
        String parent = prefix + "palisade:test:Many::many";
        resources
                .addObject()
                .put("urn", parent)
                .put("type", "palisade:test:Many")
                .put("parent", stack);
        for (int i = resources.size(); i < count; i++) {
            ObjectNode parameter = resources.addObject();
            parameter.put("urn", prefix + "palisade:test:Many$aws:ssm/parameter:Parameter::parameter-" + i);
            parameter.put("type", "aws:ssm/parameter:Parameter").put("custom", true);
            parameter.put("id", "parameter-" + i).put("parent", parent);
            parameter.putObject("inputs").put("type", "SecureString");
        }
        return checked("many", export);
    }

    private static ArrayNode resources(JsonNode export) {
        return (ArrayNode) export.at("/deployment/resources");
    }

    private Path checked(String name, JsonNode export) throws IOException {
        Path graph = directory.resolve(name + ".json");
        Files.writeString(graph, JSON.writeValueAsString(export));
        return written(name, "check", graph.toString());
    }

    private Path written(String name, String command, String argument) {
        Path out = directory.resolve(name);
        var answer = Previews.run(command, argument, "--out", out.toString());
        Path page = out.resolve("report.html");
        if (!Files.exists(page)) {
            throw new IllegalStateException("no page: " + answer.text());
        }
        return page;
    }
}
