package dev.palisade.e2e.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The Kubernetes objects of a stack as {@code kubectl} takes them. Charts are none: Helm makes their objects. */
final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHART = "kubernetes:helm.sh/v3:Release";
    /** Served by controllers; no scanner has their schemas. */
    private static final Set<String> CUSTOM =
            Set.of("elbv2.k8s.aws", "secrets-store.csi.x-k8s.io", "policy.sigstore.dev");

    private Manifests() {}

    /** All of them. */
    static String of(Export export) {
        return yaml(objects(export));
    }

    /** Those of Kubernetes' own kinds. */
    static String ofBuiltInKinds(Export export) {
        return yaml(objects(export).stream()
                .filter(object ->
                        !CUSTOM.contains(object.path("apiVersion").asText().split("/", 2)[0]))
                .toList());
    }

    private static List<JsonNode> objects(Export export) {
        return export.resources("kubernetes:").stream()
                .filter(resource -> !CHART.equals(resource.path("type").asText()))
                .map(Export::inputs)
                .toList();
    }

    private static String yaml(List<JsonNode> objects) {
        return new Yaml()
                .dumpAll(objects.stream()
                        .map(object -> JSON.convertValue(object, Object.class))
                        .iterator());
    }
}
