package dev.palisade.app.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Makes of what a client sent an object that is safe to keep and to show, or refuses it. */
final class Sanitiser {
    static final int MAX_DEPTH = 8;
    static final int MAX_MEMBERS = 100;

    /** Begins with a letter, so that names with a meaning of their own, such as __proto__, are none. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Sanitiser() {}

    /**
     * The object with its strings sanitised.
     *
     * @throws InvalidObjectException if it is no object, nests more than 8 levels, has a name that is not a letter and
     *     up to 63 letters, digits, underscores, dots and hyphens, has more than 100 members at one place, or holds a
     *     string or number that {@link Text} or {@link Numbers} refuse
     */
    static ObjectNode sanitised(JsonNode node) throws InvalidObjectException {
        if (!(node instanceof ObjectNode object)) {
            throw new InvalidObjectException("The body must be a JSON object.");
        }
        return object(object, 1);
    }

    private static JsonNode value(JsonNode node, int depth) throws InvalidObjectException {
        if (depth > MAX_DEPTH) {
            throw new InvalidObjectException("Nesting is limited to " + MAX_DEPTH + " levels.");
        }
        return switch (node.getNodeType()) {
            case OBJECT -> object((ObjectNode) node, depth);
            case ARRAY -> array(node, depth);
            case STRING -> NODES.textNode(Text.sanitised(node.textValue()));
            case NUMBER -> Numbers.checked(node);
            default -> node;
        };
    }

    private static ObjectNode object(ObjectNode node, int depth) throws InvalidObjectException {
        bounded(node);
        var result = NODES.objectNode();
        for (var member : node.properties()) {
            if (!NAME.matcher(member.getKey()).matches()) {
                throw new InvalidObjectException(
                        "A name is a letter and up to 63 letters, digits, underscores, dots and hyphens.");
            }
            result.set(member.getKey(), value(member.getValue(), depth + 1));
        }
        return result;
    }

    private static JsonNode array(JsonNode node, int depth) throws InvalidObjectException {
        bounded(node);
        var result = NODES.arrayNode(node.size());
        for (var element : node) {
            result.add(value(element, depth + 1));
        }
        return result;
    }

    private static void bounded(JsonNode node) throws InvalidObjectException {
        if (node.size() > MAX_MEMBERS) {
            throw new InvalidObjectException("An object or array has at most " + MAX_MEMBERS + " members.");
        }
    }
}
