package dev.palisade.e2e.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.kubernetes.Neighbours.Connection;
import dev.palisade.e2e.kubernetes.Neighbours.Pod;
import dev.palisade.policy.flow.Flows;
import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the pack's flow solver says of every connection between {@link Neighbours}. */
final class Solver {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Solver() {}

    /** Whether each connection is possible, from the manifests alone; an UNKNOWN is an error. */
    static Map<Connection, Boolean> solve(List<Map<String, Object>> policies) {
        var asked = new LinkedHashMap<String, Connection>();
        var flows = new StringBuilder();
        for (var from : Neighbours.pods()) {
            for (var to : Neighbours.pods()) {
                for (var port : Neighbours.PORTS) {
                    if (!from.equals(to)) {
                        var name = "flow-" + asked.size();
                        asked.put(name, new Connection(from, to, port));
                        flows.append("- {name: %s, kind: forbidden, from: %s, to: %s, ports: tcp %d, reason: asked}%n"
                                .formatted(name, endpoint(from), endpoint(to), port));
                    }
                }
            }
        }
        try {
            var graph = Deployment.read(deployment(policies));
            var answers = new HashMap<Connection, Boolean>();
            for (var result : Flows.read(flows.toString()).evaluate(graph).declared()) {
                if (result.holds() == Truth.UNKNOWN) {
                    throw new IllegalStateException("unknown: " + result.explanation());
                }
                answers.put(asked.get(result.flow().name()), result.holds() == Truth.FALSE);
            }
            return answers;
        } catch (Deployment.MalformedException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String endpoint(Pod pod) {
        return "pods/" + pod.namespace() + "/" + pod.app();
    }

    /** The manifests as a program would have declared them. */
    private static String deployment(List<Map<String, Object>> policies) throws JsonProcessingException {
        var manifests = new ArrayList<>(policies);
        Neighbours.pods().forEach(pod -> manifests.add(pod.manifest("image")));
        var resources = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < manifests.size(); i++) {
            var manifest = manifests.get(i);
            var version = "v1".equals(manifest.get("apiVersion")) ? "core/v1" : manifest.get("apiVersion");
            var type = "kubernetes:" + version + ":" + manifest.get("kind");
            resources.add(Map.of(
                    "urn", "urn:pulumi:test::test::" + type + "::object-" + i,
                    "type", type,
                    "custom", true,
                    "inputs", manifest,
                    "outputs", manifest));
        }
        return JSON.writeValueAsString(Map.of("version", 3, "deployment", Map.of("resources", resources)));
    }
}
