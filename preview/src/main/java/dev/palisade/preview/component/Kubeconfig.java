package dev.palisade.preview.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.preview.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How kubectl reaches the cluster: once as an object and once as JSON text. */
record Kubeconfig(Tracked object, Tracked json) {
    private static final String EXEC = "client.authentication.k8s.io/v1beta1";

    static Kubeconfig of(Registered cluster) {
        var parts = Tracked.list(
                EksCluster.output(cluster, "name"),
                EksCluster.output(cluster, "endpoint"),
                EksCluster.output(cluster, "certificateAuthority").field("data"),
                EksCluster.output(cluster, "arn"));
        return new Kubeconfig(when(parts, Wire::ofPlain), when(parts, config -> Wire.string(json(config))));
    }

    private static Tracked when(Tracked parts, Function<Map<String, Object>, com.google.protobuf.Value> form) {
        var values = parts.value().getListValue().getValuesList();
        return values.stream().anyMatch(Wire::isUnknown)
                ? new Tracked(Wire.unknown(), parts.dependsOn())
                : parts.map(list -> form.apply(config(
                        values.get(0).getStringValue(),
                        values.get(1).getStringValue(),
                        values.get(2).getStringValue(),
                        region(values.get(3).getStringValue()))));
    }

    private static String region(String arn) {
        return arn.split(":", -1)[3];
    }

    private static Map<String, Object> config(String name, String endpoint, String certificate, String region) {
        var cluster = ordered("server", endpoint, "certificate-authority-data", certificate);
        var execInfo = ordered("name", "KUBERNETES_EXEC_INFO", "value", "{\"apiVersion\": \"" + EXEC + "\"}");
        var arguments = List.of("--region", region, "eks", "get-token", "--cluster-name", name, "--output", "json");
        var exec = ordered("apiVersion", EXEC, "command", "aws");
        exec.put("args", arguments);
        exec.put("env", List.of(execInfo));

        var config = ordered("apiVersion", "v1");
        config.put("clusters", List.of(ordered("cluster", cluster, "name", "kubernetes")));
        config.put(
                "contexts",
                List.of(ordered("context", ordered("cluster", "kubernetes", "user", "aws"), "name", "aws")));
        config.put("current-context", "aws");
        config.put("kind", "Config");
        config.put("users", List.of(ordered("name", "aws", "user", ordered("exec", exec))));
        return config;
    }

    /** A map in the order that the real component writes. */
    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }

    private static String json(Map<String, Object> config) {
        try {
            return new ObjectMapper().writeValueAsString(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
