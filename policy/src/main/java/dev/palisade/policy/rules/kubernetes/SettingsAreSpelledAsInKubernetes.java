package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@PolicyInfo(
        title = "Settings of Kubernetes objects are words that Kubernetes knows",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9, Row.C4},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SI-10", "PCI DSS 2.2.1", "SOC 2 CC8.1"},
        why = "The API refuses a protocol tcp, and what the refused object guards stays open.",
        remedy = "Write the word as the API reference does: TCP, Ingress, RuntimeDefault.",
        snippet = "SeccompProfileArgs.builder().type(\"RuntimeDefault\")")
public final class SettingsAreSpelledAsInKubernetes implements StackPolicy {
    private static final String NETWORK_POLICY = ClusterObjects.NETWORK_POLICY;
    private static final String AUTOSCALER = ClusterObjects.AUTOSCALER;

    private static final Map<Property, Set<String>> WORDS = Map.ofEntries(
            Map.entry(pod("containers[].ports[].protocol"), Set.of("TCP", "UDP", "SCTP")),
            Map.entry(pod("containers[].livenessProbe.httpGet.scheme"), Set.of("HTTP", "HTTPS")),
            Map.entry(pod("topologySpreadConstraints[].whenUnsatisfiable"), Set.of("DoNotSchedule", "ScheduleAnyway")),
            Map.entry(pod("securityContext.seccompProfile.type"), Set.of("RuntimeDefault", "Localhost", "Unconfined")),
            Map.entry(pod("containers[].imagePullPolicy"), Set.of("Always", "IfNotPresent", "Never")),
            Map.entry(pod("restartPolicy"), Set.of("Always", "OnFailure", "Never")),
            Map.entry(pod("tolerations[].operator"), Set.of("Exists", "Equal")),
            Map.entry(pod("tolerations[].effect"), Set.of("NoSchedule", "PreferNoSchedule", "NoExecute")),
            Map.entry(Property.of(Workloads.DEPLOYMENT, "spec.strategy.type"), Set.of("RollingUpdate", "Recreate")),
            Map.entry(Property.of(NETWORK_POLICY, "spec.policyTypes"), Set.of("Ingress", "Egress")),
            Map.entry(
                    Property.of(NETWORK_POLICY, "spec.podSelector.matchExpressions[].operator"),
                    Set.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")),
            Map.entry(
                    Property.of(AUTOSCALER, "spec.metrics[].type"),
                    Set.of("Resource", "ContainerResource", "Pods", "Object", "External")),
            Map.entry(
                    Property.of(AUTOSCALER, "spec.metrics[].resource.target.type"),
                    Set.of("Utilization", "AverageValue", "Value")),
            Map.entry(
                    Property.of(ClusterObjects.BUDGET, "spec.unhealthyPodEvictionPolicy"),
                    Set.of("IfHealthyBudget", "AlwaysAllow")));

    private static final Map<String, Set<String>> WORDS_BY_PLACE = WORDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(word -> Places.name(word.getKey()), Map.Entry::getValue));

    @Override
    public Verdict check(Graph graph) {
        return Places.judge(graph, (object, place) -> {
            Set<String> words = WORDS_BY_PLACE.get(place.name());
            return words == null
                    ? Verdict.PASS
                    : place.values().stream()
                            .map(word -> Verdict.require(
                                    Paths.absentOr(word, word.matches(words::contains)),
                                    object + " has a word that Kubernetes does not know: " + place.name()))
                            .reduce(Verdict.PASS, Verdict::and);
        });
    }

    private static Property pod(String path) {
        return Property.of(Workloads.POD, "spec." + path);
    }
}
