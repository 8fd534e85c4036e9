package dev.palisade.e2e.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The AWS resources as {@code terraform show -json} prints a plan: what would be created, and who refers to whom. */
final class TerraformPlan {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Objects that are maps in Terraform; all others are blocks, which a plan shows as lists. */
    private static final Set<String> MAPS = Set.of("tags", "dimensions");

    private final Export export;
    private final Map<String, String> addresses = new HashMap<>();

    private TerraformPlan(Export export) {
        this.export = export;
        for (JsonNode resource : export.resources("aws:")) {
            String address = type(resource) + "." + Export.name(resource);
            if (addresses.containsValue(address)) {
                throw new IllegalStateException("two resources would be " + address);
            }
            addresses.put(resource.path("urn").asText(), address);
        }
    }

    static String of(Export export) {
        return new TerraformPlan(export).render().toString();
    }

    private ObjectNode render() {
        ObjectNode plan = JSON.createObjectNode();
        plan.put("format_version", "1.2").put("terraform_version", "1.9.8");
        ArrayNode planned =
                plan.putObject("planned_values").putObject("root_module").putArray("resources");
        ArrayNode changes = plan.putArray("resource_changes");
        ArrayNode configured =
                plan.putObject("configuration").putObject("root_module").putArray("resources");
        for (JsonNode resource : export.resources("aws:")) {
            JsonNode values = block(resource.path("type").asText(), Export.inputs(resource));
            planned.add(head(resource).<ObjectNode>set("values", values));
            ObjectNode change = head(resource);
            change.putObject("change")
                    .putNull("before")
                    .<ObjectNode>set("after", values)
                    .putArray("actions")
                    .add("create");
            changes.add(change);
            configured.add(head(resource).<ObjectNode>set("expressions", references(resource)));
        }
        return plan;
    }

    private ObjectNode head(JsonNode resource) {
        return JSON.createObjectNode()
                .put("address", addresses.get(resource.path("urn").asText()))
                .put("mode", "managed")
                .put("type", type(resource))
                .put("name", Export.name(resource));
    }

    private ObjectNode references(JsonNode resource) {
        ObjectNode expressions = JSON.createObjectNode();
        for (var property : resource.path("propertyDependencies").properties()) {
            ArrayNode references = JSON.createArrayNode();
            for (JsonNode urn : property.getValue()) {
                String address = addresses.get(urn.asText());
                if (address != null) {
                    references.add(address + ".id").add(address);
                }
            }
            if (!references.isEmpty()) {
                expressions
                        .putObject(TerraformNames.property(resource.path("type").asText(), property.getKey()))
                        .set("references", references);
            }
        }
        return expressions;
    }

    private static ObjectNode block(String token, JsonNode inputs) {
        ObjectNode block = JSON.createObjectNode();
        for (var input : inputs.properties()) {
            JsonNode value = input.getValue();
            String name = TerraformNames.property(token, input.getKey());
            if (value.isObject() && !MAPS.contains(name)) {
                block.putArray(name).add(block("", value));
            } else if (value.isArray() && value.path(0).isObject()) {
                ArrayNode blocks = block.putArray(TerraformNames.repeatedBlock(token, input.getKey()));
                value.forEach(one -> blocks.add(block("", one)));
            } else {
                block.set(name, value);
            }
        }
        return block;
    }

    private static String type(JsonNode resource) {
        return TerraformNames.type(resource.path("type").asText());
    }
}
