package dev.palisade.e2e.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Pods that listen and ask, two in each of three namespaces, and who of them reaches whom. */
final class Neighbours {
    static final List<String> NAMESPACES = List.of("one", "two", "three");
    static final List<String> APPS = List.of("a", "b");
    static final List<Integer> PORTS = List.of(80, 81, 5000);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A pod is told by its namespace and its one label. */
    record Pod(String namespace, String app) {

        /** The pod as a manifest. */
        Map<String, Object> manifest(String image) {
            return Map.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Pod",
                    "metadata",
                    Map.of("name", app, "namespace", namespace, "labels", Map.of("app", app)),
                    "spec",
                    Map.of(
                            "automountServiceAccountToken",
                            false,
                            "terminationGracePeriodSeconds",
                            0,
                            "containers",
                            List.of(Map.of(
                                    "name",
                                    "probe",
                                    "image",
                                    image,
                                    "command",
                                    List.of("probe", "serve", "80", "81", "5000"),
                                    "ports",
                                    List.of(Map.of("name", "web", "containerPort", 80, "protocol", "TCP"))))));
        }
    }

    /** A connection that one pod might make to another. */
    record Connection(Pod from, Pod to, int port) {}

    private final Kubectl kubectl;
    private final Map<String, Pod> byAddress = new TreeMap<>();

    /** Starts the pods in fresh namespaces. */
    Neighbours(Cluster cluster) {
        kubectl = cluster.kubectl();
        NAMESPACES.forEach(it -> kubectl.text("create", "namespace", it));
        apply(pods().stream()
                .map(it -> it.manifest(cluster.image(Registry.TOOLS)))
                .toList());
        for (var pod : pods()) {
            kubectl.text(in(pod, "wait", "--for=condition=Ready", "pod/" + pod.app(), "--timeout=90s"));
            byAddress.put(kubectl.text(in(pod, "get", "pod", pod.app(), "--output=jsonpath={.status.podIP}")), pod);
        }
    }

    static List<Pod> pods() {
        return NAMESPACES.stream()
                .flatMap(namespace -> APPS.stream().map(app -> new Pod(namespace, app)))
                .toList();
    }

    /** Applies manifests. */
    void apply(List<Map<String, Object>> manifests) {
        with(manifests, "apply");
    }

    /** Takes them back. */
    void forget(List<Map<String, Object>> manifests) {
        with(manifests, "delete");
    }

    private void with(List<Map<String, Object>> manifests, String verb) {
        try {
            var list = JSON.writeValueAsString(Map.of("apiVersion", "v1", "kind", "List", "items", manifests));
            var done = kubectl.with(list, verb);
            if (done.exitCode() != 0) {
                throw new IllegalStateException(done.everything());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Deletes it all. */
    void end() {
        NAMESPACES.forEach(it -> kubectl.text("delete", "namespace", it, "--wait=false"));
    }

    /** Tries every connection; true for those that somebody answered. */
    Map<Connection, Boolean> tried() {
        var answers = new ConcurrentHashMap<Connection, Boolean>();
        pods().parallelStream().forEach(from -> {
            var words = new ArrayList<>(List.of("exec", from.app(), "--", "probe", "try"));
            byAddress.forEach((address, to) -> {
                if (!to.equals(from)) {
                    PORTS.forEach(port -> words.add(address + ":" + port));
                }
            });
            kubectl.text(in(from, words.toArray(String[]::new))).lines().forEach(line -> {
                var address = line.substring(0, line.indexOf(':'));
                int port = Integer.parseInt(line.substring(line.indexOf(':') + 1, line.indexOf(' ')));
                answers.put(new Connection(from, pod(address), port), line.endsWith(" open"));
            });
        });
        return answers;
    }

    private Pod pod(String address) {
        var pod = byAddress.get(address);
        if (pod == null) {
            throw new IllegalStateException("nobody has " + address);
        }
        return pod;
    }

    private static String[] in(Pod pod, String... words) {
        var all = new ArrayList<>(List.of("--namespace=" + pod.namespace()));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }
}
