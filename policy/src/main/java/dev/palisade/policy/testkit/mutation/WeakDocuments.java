package dev.palisade.policy.testkit.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What can be weakened inside of a policy document, statement by statement. */
final class WeakDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WeakDocuments() {}

    /** Each weakened document by what was done; empty where the text is no document with statements. */
    static Map<String, String> of(String text) {
        Map<String, String> weak = new LinkedHashMap<>();
        if (!(parse(text) instanceof ObjectNode document) || !document.has("Statement")) {
            return weak;
        }
        weak.put("= not JSON", text.substring(1));
        int statements = statements(document).size();
        for (int i = 0; i < statements; i++) {
            String place = "Statement[" + i + "] ";
            if (isAllow(statements(document).get(i))) {
                add(weak, document, i, place + "Action = *", statement -> star(statement, "Action"));
                add(weak, document, i, place + "Resource = *", statement -> star(statement, "Resource"));
                add(weak, document, i, place + "Principal = *", statement -> star(statement, "Principal"));
            }
            add(weak, document, i, place + "Condition removed", statement -> statement.remove("Condition"));
            add(weak, document, i, place + "Effect turned", WeakDocuments::turn);
            ObjectNode without = document.deepCopy();
            statements(without).remove(i);
            weak.put(place + "removed", without.toString());
        }
        weak.put("+ everything allowed", everything(document.deepCopy()).toString());
        weak.values().removeIf(document.toString()::equals);
        return weak;
    }

    private static void add(
            Map<String, String> weak, ObjectNode document, int index, String change, Consumer<ObjectNode> weaken) {
        ObjectNode copy = document.deepCopy();
        if (statements(copy).get(index) instanceof ObjectNode statement) {
            weaken.accept(statement);
            weak.put(change, copy.toString());
        }
    }

    /** What says {@code *} already, be it in a list or as every AWS principal, cannot be widened. */
    private static void star(ObjectNode statement, String element) {
        JsonNode written = statement.path(element);
        JsonNode inner = written.has("AWS") ? written.get("AWS") : written;
        if (statement.has(element)
                && !"*".equals(inner.isArray() ? inner.path(0).asText() : inner.asText())) {
            statement.put(element, "*");
        }
    }

    /** The document with one more statement: of an identity's if no statement has a principal. */
    private static ObjectNode everything(ObjectNode document) {
        ArrayNode statements = statements(document);
        boolean ofResource = statements.findValue("Principal") != null;
        ObjectNode statement =
                statements.addObject().put("Effect", "Allow").put("Action", "*").put("Resource", "*");
        if (ofResource) {
            statement.put("Principal", "*");
        }
        return document;
    }

    private static boolean isAllow(JsonNode statement) {
        return "Allow".equals(statement.path("Effect").asText());
    }

    private static void turn(ObjectNode statement) {
        statement.put("Effect", isAllow(statement) ? "Deny" : "Allow");
    }

    private static ArrayNode statements(ObjectNode document) {
        if (document.get("Statement") instanceof ArrayNode list) {
            return list;
        }
        ArrayNode list = document.arrayNode().add(document.get("Statement"));
        document.set("Statement", list);
        return list;
    }

    private static JsonNode parse(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.nullNode();
        } catch (JsonProcessingException notJson) {
            return JSON.nullNode();
        }
    }
}
