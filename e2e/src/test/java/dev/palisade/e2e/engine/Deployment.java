package dev.palisade.e2e.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A stack as {@code pulumi stack export} prints it. */
public record Deployment(String json, List<Resource> resources, List<Pending> pending) {

    /** A resource of the state; {@code id} is empty for a component. */
    public record Resource(String urn, String type, String id, boolean custom) {}

    /** An operation that had begun when the engine stopped. */
    public record Pending(String operation, String urn, String type, String id) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static Deployment parse(String json) throws IOException {
        var deployment = JSON.readTree(json).path("deployment");
        return new Deployment(
                json,
                list(deployment.path("resources")).map(Deployment::resource).toList(),
                list(deployment.path("pending_operations"))
                        .map(it -> {
                            var of = resource(it.path("resource"));
                            return new Pending(it.path("type").asText(), of.urn(), of.type(), of.id());
                        })
                        .toList());
    }

    private static Resource resource(JsonNode node) {
        return new Resource(
                node.path("urn").asText(),
                node.path("type").asText(),
                node.path("id").asText(),
                node.path("custom").asBoolean());
    }

    private static java.util.stream.Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The resources that a provider made: neither components nor providers. */
    public List<Resource> made() {
        return resources.stream()
                .filter(it -> it.custom() && !it.type().startsWith("pulumi:"))
                .toList();
    }
}
