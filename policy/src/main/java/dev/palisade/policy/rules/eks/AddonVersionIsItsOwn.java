package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of kube-proxy the version says which Kubernetes it is for; of others, from which on they are kept in repair. */
@PolicyInfo(
        title = "An add-on has a version of its own that is kept in repair, and kube-proxy that of its cluster",
        severity = Severity.MEDIUM,
        rows = {Row.C6, Row.X10},
        controls = {"NIST 800-53 SI-2", "NIST 800-53 CM-2", "PCI DSS 6.3.3", "SOC 2 CC7.1"},
        why =
                "An old add-on keeps known holes, and another's version is one that EKS refuses in the middle of a rollout.",
        remedy = "Take the version that EKS names as the default for this add-on and the cluster's Kubernetes.",
        snippet = "AddonArgs.builder().addonVersion(version.addon(name))")
public final class AddonVersionIsItsOwn implements RelationPolicy {
    private static final Property CLUSTER_VERSION = Property.of(Clusters.CLUSTER, "version");
    private static final Pattern VERSION = Pattern.compile("v?(\\d+)[.](\\d+)\\b.*");

    /** The first version that has security fixes for a Kubernetes in support: thousands for the major, ones for the minor. */
    private static final Map<String, Integer> LEAST = Map.of(
            "vpc-cni", 1_018,
            "coredns", 1_011,
            "aws-ebs-csi-driver", 1_035,
            "aws-secrets-store-csi-driver-provider", 1_000,
            "amazon-cloudwatch-observability", 3_000,
            "eks-pod-identity-agent", 1_003,
            "metrics-server", 7);

    /** How many minor versions kube-proxy may be behind the API server. */
    private static final int SKEW = 3;

    @Override
    public Set<String> types() {
        return Set.of(Addons.ADDON);
    }

    @Override
    public Verdict check(Resource addon, Graph graph) {
        Optional<String> name = addon.get(Addons.NAME).text();
        Optional<Integer> version = addon.get(Addons.VERSION).text().flatMap(AddonVersionIsItsOwn::number);
        if (name.isEmpty() || version.isEmpty()) {
            return addon.get(Addons.NAME).isUnknown()
                            || addon.get(Addons.VERSION).isUnknown()
                    ? Verdict.unknown("not known yet: which version of which add-on it is")
                    : Verdict.NOT_APPLICABLE;
        }
        if ("kube-proxy".equals(name.get())) {
            return Verdict.require(
                    graph.targets(addon, Addons.CLUSTER, Clusters.CLUSTER)
                            .all(cluster -> serves(version.get(), cluster)),
                    "is newer than its cluster's Kubernetes, or more than three versions behind: addonVersion");
        }
        Value own = addon.get(Addons.VERSION);
        boolean shared = graph.ofType(Addons.ADDON).stream()
                .anyMatch(other -> other.get(Addons.VERSION).equals(own)
                        && other.get(Addons.NAME).is(name.get()) == Truth.FALSE);
        return Verdict.require(
                        Truth.of(version.get() >= LEAST.getOrDefault(name.get(), 0)),
                        "is older than what is kept in repair: addonVersion")
                .and(Verdict.require(Truth.of(!shared), "has the version of another add-on: addonVersion"));
    }

    private static Truth serves(int version, Resource cluster) {
        return cluster.get(CLUSTER_VERSION)
                .text()
                .flatMap(AddonVersionIsItsOwn::number)
                .map(own -> Truth.of(version <= own && version >= own - SKEW))
                .orElse(Truth.UNKNOWN);
    }

    private static Optional<Integer> number(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)) * 1000 + Integer.parseInt(matcher.group(2)))
                : Optional.empty();
    }
}
