package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same settings stand in many kinds, so a place is known by its last two names. */
@PolicyInfo(
        title = "Settings of Kubernetes objects are words that Kubernetes knows",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9, Row.C4},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SI-10", "PCI DSS 2.2.1", "SOC 2 CC8.1"},
        why = "The API refuses a protocol tcp or a text in place of an object, and what the object guards stays open.",
        remedy = "Write the word as the API reference does: TCP, Ingress, RuntimeDefault.")
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

    private static final List<Property> OBJECTS = List.of(
            pod("containers"),
            pod("volumes"),
            pod("topologySpreadConstraints"),
            pod("containers[].ports"),
            pod("containers[].env"),
            pod("containers[].volumeMounts"),
            Property.of(ClusterObjects.SERVICE, "spec.ports"),
            Property.of(NETWORK_POLICY, "spec.ingress"),
            Property.of(NETWORK_POLICY, "spec.egress"),
            Property.of(NETWORK_POLICY, "spec.ingress[].from"),
            Property.of(NETWORK_POLICY, "spec.egress[].to"),
            Property.of(NETWORK_POLICY, "spec.egress[].ports"),
            Property.of(NETWORK_POLICY, "spec.ingress[].ports"),
            Property.of(AUTOSCALER, "spec.metrics"),
            Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits"),
            Property.of(ImagePolicies.POLICY, "spec.images"),
            Property.of(ImagePolicies.POLICY, "spec.authorities"),
            Property.of(ImagePolicies.POLICY, "spec.authorities[].keyless.identities"),
            Property.of(SecretSources.CLASS, "spec.secretObjects"),
            Property.of(SecretSources.CLASS, "spec.secretObjects[].data"));

    private static final Map<String, Set<String>> WORDS_BY_PLACE = WORDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(word -> place(word.getKey()), Map.Entry::getValue));
    private static final Set<String> PLACES_OF_OBJECTS =
            OBJECTS.stream().map(SettingsAreSpelledAsInKubernetes::place).collect(Collectors.toUnmodifiableSet());

    /** What is in these is somebody else's language. */
    private static final Set<String> FOREIGN =
            Set.of(HelmRelease.TYPE, "kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:Secret");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource object : graph.resources()) {
            if (object.type().startsWith("kubernetes:") && !FOREIGN.contains(object.type())) {
                verdict = verdict.and(Verdict.PASS).and(judge(object, "", "", object.inputs()));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource object, String owner, String name, Value value) {
        String place = owner + "." + name;
        Set<String> words = WORDS_BY_PLACE.get(place);
        Verdict verdict = Verdict.PASS;
        if (words != null) {
            for (Value word : each(value)) {
                verdict = verdict.and(Verdict.require(
                        Paths.absentOr(word, word.matches(words::contains)),
                        object + " has a word that Kubernetes does not know: " + place));
            }
        }
        for (Value part : each(value)) {
            if (PLACES_OF_OBJECTS.contains(place) && part.text().isPresent()) {
                verdict = verdict.and(Verdict.fail(object + " has a text where an object belongs: " + place));
            }
            for (Map.Entry<String, Value> field : part.fields().entrySet()) {
                verdict = verdict.and(judge(object, name, field.getKey(), field.getValue()));
            }
        }
        return verdict;
    }

    private static Collection<Value> each(Value value) {
        return value.open() instanceof Value.Items items ? items.values() : List.of(value);
    }

    private static Property pod(String path) {
        return Property.of(Workloads.POD, "spec." + path);
    }

    private static String place(Property property) {
        List<String> path = property.path();
        return Stream.of(path.get(path.size() - 2), path.get(path.size() - 1))
                .map(name -> name.replace("[]", ""))
                .collect(Collectors.joining("."));
    }
}
