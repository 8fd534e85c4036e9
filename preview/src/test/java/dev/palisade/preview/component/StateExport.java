package dev.palisade.preview.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A state export of the real component: answers registrations as the engine did, and remembers them. */
final class StateExport implements Registrar {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> byUrn = new LinkedHashMap<>();
    private final Map<String, Registration> registered = new LinkedHashMap<>();

    StateExport(String file) {
        try (InputStream json =
                Objects.requireNonNull(StateExport.class.getResourceAsStream("/pulumi-eks-3.9.1/" + file), file)) {
            JSON.readTree(json)
                    .at("/deployment/resources")
                    .forEach(resource -> byUrn.put(resource.path("urn").asText(), resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Registered register(Registration registration) {
        var parentChain = registration.parent().isEmpty() ? "" : chain(registration.parent()) + "$";
        var urn = "urn:pulumi:dev::eksprog::" + parentChain + registration.type() + "::" + registration.name();
        var resource = Objects.requireNonNull(byUrn.get(urn), "The real component registers no " + urn);
        registered.put(urn, registration);
        return new Registered(urn, resource.path("id").asText(), struct(resource.path("outputs")));
    }

    @Override
    public Struct outputsOf(String urn) {
        return struct(resource(urn).path("outputs"));
    }

    Map<String, Registration> registered() {
        return registered;
    }

    JsonNode resource(String urn) {
        return Objects.requireNonNull(byUrn.get(urn), urn);
    }

    /** Everything of the component in the export, itself included. */
    List<String> componentUrns() {
        return byUrn.keySet().stream()
                .filter(urn -> urn.startsWith("urn:pulumi:dev::eksprog::eks:index:Cluster"))
                .toList();
    }

    String outputOf(String name, String output) {
        return byUrn.values().stream()
                .filter(resource -> resource.path("urn").asText().endsWith("::" + name))
                .map(resource -> "id".equals(output)
                        ? resource.path("id").asText()
                        : resource.path("outputs").path(output).asText())
                .findFirst()
                .orElseThrow();
    }

    static Object plain(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> {
                var fields = new LinkedHashMap<String, Object>();
                value.getStructValue().getFieldsMap().forEach((key, field) -> fields.put(key, plain(field)));
                yield fields;
            }
            case LIST_VALUE ->
                value.getListValue().getValuesList().stream()
                        .map(StateExport::plain)
                        .toList();
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> value.getNumberValue();
            default -> value.getStringValue();
        };
    }

    static Struct struct(JsonNode node) {
        return Wire.ofPlain(JSON.convertValue(node, Object.class)).getStructValue();
    }

    private static String chain(String urn) {
        return urn.split("::", -1)[2];
    }
}
