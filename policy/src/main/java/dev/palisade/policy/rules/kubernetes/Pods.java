package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All pods that a stack asks for, found by namespace and label. What a Helm chart brings is not among them. */
final class Pods {
    private static final Property RELEASE_NAMESPACE = Property.of(HelmRelease.TYPE, "namespace");

    private final Map<String, List<PodSpec>> byNamespace = new HashMap<>();
    private final Map<String, List<PodSpec>> byLabel = new HashMap<>();
    /** Those whose namespace or labels are not known yet: they may belong anywhere. */
    private final List<PodSpec> vague = new ArrayList<>();

    private final Set<String> namespacesOfCharts = new LinkedHashSet<>(Set.of("kube-system"));

    private Pods(Graph graph) {
        for (Resource workload : graph.ofType(Workloads.TYPES.toArray(String[]::new))) {
            add(PodSpec.of(workload));
        }
        for (Resource release : graph.ofType(HelmRelease.TYPE)) {
            namespacesOfCharts.add(release.get(RELEASE_NAMESPACE).text().orElse("default"));
        }
    }

    static Pods of(Graph graph) {
        return graph.view(Pods.class, Pods::new);
    }

    private void add(PodSpec pod) {
        if (Metadata.UNKNOWN.equals(pod.namespace()) || pod.labels().hasUnknown()) {
            vague.add(pod);
            return;
        }
        byNamespace.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(pod);
        pod.labels().fields().forEach((key, value) -> byLabel.computeIfAbsent(
                        label(pod.namespace(), key, value), absent -> new ArrayList<>())
                .add(pod));
    }

    private static String label(String namespace, String key, Value value) {
        return namespace + "\n" + key + "\n" + value.text().orElse("");
    }

    /** Those that are surely there. */
    List<PodSpec> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    /** Whether a chart brings pods that are not in the graph. */
    boolean mayHaveMore(String namespace) {
        return namespacesOfCharts.contains(namespace);
    }

    /** Whether pods of the stack or of a chart are there. */
    boolean mayHaveAny(String namespace) {
        return mayHaveMore(namespace) || !in(namespace).isEmpty();
    }

    /** Whether a label selector selects a pod, in a namespace, that passes the test. */
    Truth anySelected(String namespace, Value selector, Function<PodSpec, Truth> test) {
        return any(namespace, Selector.labels(selector), pod -> Selector.selects(selector, pod.labels())
                .and(() -> test.apply(pod)));
    }

    /** As {@link #anySelected}, for a Service's selector, which is a map of labels. */
    Truth anyLabelled(String namespace, Value labels, Function<PodSpec, Truth> test) {
        if (labels.isUnknown()) {
            return Truth.UNKNOWN;
        }
        return any(namespace, labels.fields(), pod -> Selector.hasAll(labels.fields(), pod.labels())
                .and(() -> test.apply(pod)));
    }

    private Truth any(String namespace, Map<String, Value> labels, Function<PodSpec, Truth> test) {
        if (Metadata.UNKNOWN.equals(namespace)) {
            return Truth.UNKNOWN;
        }
        Truth result = mayHaveMore(namespace) || !vague.isEmpty() ? Truth.UNKNOWN : Truth.FALSE;
        for (PodSpec pod : candidates(namespace, labels)) {
            result = result.or(test.apply(pod));
        }
        return result;
    }

    private List<PodSpec> candidates(String namespace, Map<String, Value> labels) {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().text().isPresent())
                .findFirst()
                .map(entry -> byLabel.getOrDefault(label(namespace, entry.getKey(), entry.getValue()), List.of()))
                .orElse(in(namespace));
    }
}
