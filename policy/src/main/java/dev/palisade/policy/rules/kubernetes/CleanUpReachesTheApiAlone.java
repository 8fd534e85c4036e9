package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.flow.HelmRelease;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The job's pods are not in the graph; its name is the chart's own. It deletes leases when the chart is taken down. */
@PolicyInfo(
        title = "The job that cleans up after the signature controller reaches the API server, and nothing else",
        severity = Severity.MEDIUM,
        rows = {Row.C9, Row.X11},
        controls = {"CIS EKS 4.3.2", "NIST 800-53 SC-7", "NIST 800-53 CM-7", "PCI DSS 1.3.2", "SOC 2 CC6.6"},
        why =
                "A job with rights in the cluster and a way out is what an intruder waits for; one that hangs leaves a broken webhook.",
        remedy = "Select the job's pods in a NetworkPolicy, and let them out to the API server on 443 alone.",
        snippet = "labelled(\"batch.kubernetes.io/job-name\", \"leases-cleanup\")")
public final class CleanUpReachesTheApiAlone implements RelationPolicy {
    private static final String JOB = "leases-cleanup";
    private static final Set<String> LABELS = Set.of("batch.kubernetes.io/job-name", "job-name");
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property SELECTOR = Property.of(ClusterObjects.NETWORK_POLICY, "spec.podSelector");
    private static final Property API = Property.of("aws:eks/cluster:Cluster", "vpcConfig.subnetIds");
    private static final Property BLOCK = Property.of(SUBNET, "cidrBlock");
    private static final AddressSet INSIDE =
            AddressSet.parseAll(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"));

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release, Graph graph) {
        String namespace = release.get(HelmRelease.NAMESPACE).text().orElse("default");
        InNamespace policies = ClusterObjects.of(graph).networkPolicies();
        if (SignatureChecksFailClosed.isController(release) != Truth.TRUE
                || policies.any(namespace, policy -> Truth.TRUE) == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        AddressSet others = others(graph);
        return Verdict.require(
                        policies.any(namespace, policy -> isOfJob(policy)
                                .and(() -> Truth.of(rules(policy).anyMatch(rule -> !rule.isIngress())))),
                        "leaves a job that nothing lets out to the API server: no NetworkPolicy selects " + JOB)
                .and(Verdict.require(
                        policies.any(namespace, policy -> isOfJob(policy)
                                        .and(() -> Truth.of(!rules(policy).allMatch(rule -> isToApi(rule, others)))))
                                .not(),
                        "brings a job that is let out, or reached, by more than the API server"));
    }

    private static Stream<NetworkPolicyRule> rules(Resource policy) {
        return NetworkPolicyRule.of(policy).stream();
    }

    private static Truth isOfJob(Resource policy) {
        Value selector = policy.get(SELECTOR);
        return selector.isUnknown()
                ? Truth.UNKNOWN
                : LABELS.stream()
                        .map(label -> Selector.labels(selector)
                                .getOrDefault(label, Value.missing())
                                .is(JOB))
                        .reduce(Truth.FALSE, Truth::or);
    }

    /** The subnets of the stack in which the API server has no interface. */
    private static AddressSet others(Graph graph) {
        Set<Resource> api = graph.ofType(API.type()).stream()
                .flatMap(cluster -> graph.targets(cluster, API, SUBNET).resources().stream())
                .collect(Collectors.toSet());
        return AddressSet.union(graph.ofType(SUBNET).stream()
                .filter(subnet -> !api.isEmpty() && !api.contains(subnet))
                .flatMap(subnet -> subnet.get(BLOCK).text().flatMap(AddressSet::read).stream())
                .toList());
    }

    private static boolean isToApi(NetworkPolicyRule rule, AddressSet others) {
        Optional<AddressSet> addresses = rule.addresses();
        return !rule.isIngress()
                && !rule.peers().items().isEmpty()
                && rule.ports().any(port -> Truth.TRUE) == Truth.TRUE
                && rule.ports().all(port -> port.get(NetworkPolicyRule.PORT).is("443")) != Truth.FALSE
                && addresses
                        .filter(to -> !INSIDE.contains(to) || to.overlaps(others))
                        .isEmpty();
    }
}
