package dev.palisade.preview.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The VPC CNI add-on's {@code configurationValues}: the component's defaults under what the program gives. */
final class VpcCniConfiguration {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_VPC_ENI_MTU", "9001",
            "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG", "false",
            "AWS_VPC_K8S_CNI_EXTERNALSNAT", "false",
            "AWS_VPC_K8S_CNI_LOGLEVEL", "DEBUG",
            "AWS_VPC_K8S_CNI_LOG_FILE", "/host/var/log/aws-routed-eni/ipamd.log",
            "AWS_VPC_K8S_CNI_VETHPREFIX", "eni",
            "AWS_VPC_K8S_PLUGIN_LOG_FILE", "/var/log/aws-routed-eni/plugin.log",
            "AWS_VPC_K8S_PLUGIN_LOG_LEVEL", "DEBUG",
            "ENABLE_POD_ENI", "false",
            "WARM_ENI_TARGET", "1");

    private VpcCniConfiguration() {}

    static String json(Map<String, Value> options) {
        var defaults = new TreeMap<String, Object>();
        defaults.put("env", ENVIRONMENT);
        defaults.put("init", Map.of("env", Map.of("DISABLE_TCP_EARLY_DEMUX", "false")));
        var networkPolicy = options.get("enableNetworkPolicy");
        if (networkPolicy != null) {
            // The add-on's schema wants a string here.
            defaults.put("enableNetworkPolicy", String.valueOf(networkPolicy.getBoolValue()));
        }
        var given = options.getOrDefault("configurationValues", Value.getDefaultInstance());
        try {
            return new ObjectMapper().writeValueAsString(merge(defaults, object(given)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> merge(Map<?, ?> under, Map<?, ?> over) {
        var merged = new TreeMap<String, Object>();
        under.forEach((key, value) ->
                merged.put(key.toString(), value instanceof Map<?, ?> map ? merge(map, Map.of()) : value));
        over.forEach((key, value) -> {
            var below = merged.get(key.toString());
            merged.put(
                    key.toString(),
                    value instanceof Map<?, ?> map
                            ? merge(below instanceof Map<?, ?> base ? base : Map.of(), map)
                            : value);
        });
        return merged;
    }

    private static Map<String, Object> object(Value value) {
        var object = new LinkedHashMap<String, Object>();
        value.getStructValue().getFieldsMap().forEach((key, field) -> object.put(key, plain(field)));
        return object;
    }

    private static Object plain(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> object(value);
            case LIST_VALUE ->
                value.getListValue().getValuesList().stream()
                        .map(VpcCniConfiguration::plain)
                        .toList();
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            default -> List.of();
        };
    }
}
