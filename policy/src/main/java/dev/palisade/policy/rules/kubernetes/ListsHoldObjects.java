package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a list of texts stands in place of one of objects, other policies see nothing that they could judge. */
@PolicyInfo(
        title = "Lists of rules, ports, containers and authorities hold objects, no patterns",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9, Row.X11},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 SI-10", "PCI DSS 2.2.1", "SOC 2 CC8.1"},
        why = "A star is no rule: the API refuses the object, and what it guards stays as it was.",
        remedy = "Write each rule, port or authority as an object with its fields.",
        snippet = "NetworkPolicyPortArgs.builder().protocol(\"TCP\").port(5000)")
public final class ListsHoldObjects implements StackPolicy {
    private static final String NETWORK_POLICY = ClusterObjects.NETWORK_POLICY;

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
            Property.of(ClusterObjects.AUTOSCALER, "spec.metrics"),
            Property.of(ClusterObjects.LIMIT_RANGE, "spec.limits"),
            Property.of(ImagePolicies.POLICY, "spec.images"),
            Property.of(ImagePolicies.POLICY, "spec.authorities"),
            Property.of(ImagePolicies.POLICY, "spec.authorities[].keyless.identities"),
            Property.of(SecretSources.CLASS, "spec.secretObjects"),
            Property.of(SecretSources.CLASS, "spec.secretObjects[].data"));

    private static final Set<String> PLACES =
            OBJECTS.stream().map(Places::name).collect(Collectors.toUnmodifiableSet());

    @Override
    public Verdict check(Graph graph) {
        return Places.judge(graph, (object, place) -> {
            if (!PLACES.contains(place.name())) {
                return Verdict.PASS;
            }
            return place.values().stream()
                    .map(part -> Verdict.require(
                            part.isUnknown()
                                    ? Truth.UNKNOWN
                                    : Truth.of(part.text().isEmpty()),
                            object + " has a text where an object belongs: " + place.name()))
                    .reduce(Verdict.PASS, Verdict::and);
        });
    }

    private static Property pod(String path) {
        return Property.of(Workloads.POD, "spec." + path);
    }
}
