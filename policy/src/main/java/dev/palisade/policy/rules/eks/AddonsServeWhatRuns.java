package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which add-ons a cluster needs is read off what the stack asks of it. */
@PolicyInfo(
        title = "A cluster has the add-ons that what runs on it relies on",
        severity = Severity.MEDIUM,
        rows = {Row.C9, Row.C5, Row.X3, Row.X10},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SI-2", "NIST 800-53 SI-4", "PCI DSS 6.3.3", "SOC 2 CC7.1"},
        why =
                "Without the managed add-on somebody installs one by hand, or volumes, secrets and metrics are not there.",
        remedy = "Add the add-on with a pinned version.",
        snippet = "Addons.of(cluster).with(\"metrics-server\", version)")
public final class AddonsServeWhatRuns implements RelationPolicy {
    private static final Property ALARMED = Property.of("aws:cloudwatch/metricAlarm:MetricAlarm", "namespace");
    private static final Property PROVISIONER = Property.of("kubernetes:storage.k8s.io/v1:StorageClass", "provisioner");

    private static final Property SYNCED =
            Property.of("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass", "spec.secretObjects");
    private static final Pattern SYNC =
            Pattern.compile("\"syncSecret\"\\s*:\\s*\\{[^{}]*\"enabled\"\\s*:\\s*\"?true|syncSecret:\\s+enabled: true");

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        Set<String> needed = new TreeSet<>(Set.of("kube-proxy", "coredns"));
        if (any(graph, PROVISIONER, "ebs.csi.aws.com")) {
            needed.add("aws-ebs-csi-driver");
        }
        if (any(graph, ALARMED, "ContainerInsights")) {
            needed.add("amazon-cloudwatch-observability");
        }
        if (!graph.ofType("kubernetes:autoscaling/v2:HorizontalPodAutoscaler").isEmpty()) {
            needed.add("metrics-server");
        }
        if (!graph.ofType("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass")
                .isEmpty()) {
            needed.add("aws-secrets-store-csi-driver-provider");
        }
        if (!graph.ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation")
                .isEmpty()) {
            needed.add("eks-pod-identity-agent");
        }
        Targets addons = graph.referrers(cluster, Addons.CLUSTER);
        Verdict synced = Verdict.require(
                Truth.of(graph.ofType(SYNCED.type()).stream()
                                .anyMatch(store -> store.get(SYNCED).hasItems() == Truth.TRUE))
                        .not()
                        .or(() -> addons.any(addon -> addon.get(Addons.NAME)
                                .is("aws-secrets-store-csi-driver-provider")
                                .and(() -> syncs(addon.get(Addons.CONFIGURATION))))),
                "has no add-on that syncs secrets, which a SecretProviderClass asks for: syncSecret");
        return needed.stream()
                .map(name -> Verdict.require(
                        addons.any(addon -> addon.get(Addons.NAME).is(name)), "has no add-on " + name))
                .reduce(synced, Verdict::and);
    }

    private static Truth syncs(Value configuration) {
        return configuration.matches(text -> SYNC.matcher(text).find());
    }

    private static boolean any(Graph graph, Property property, String value) {
        return graph.ofType(property.type()).stream()
                .anyMatch(resource -> resource.get(property).is(value) == Truth.TRUE);
    }
}
