package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

@PolicyInfo(
        title = "Pods leave names, addresses and nodes to the cluster",
        severity = Severity.MEDIUM,
        rows = {Row.C2, Row.C9},
        controls = {"NIST 800-53 SC-20", "NIST 800-53 CM-7", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why = "A host alias or a resolver of its own sends the pod's tokens to whoever it names; a node by name goes "
                + "round the scheduler and its checks.",
        remedy = "Take hostAliases, dnsConfig, nodeName and tolerations of everything out.",
        snippet = "PodSpecArgs.builder().dnsPolicy(\"ClusterFirst\")")
public final class PodTrustsTheCluster extends PodPolicy {
    private static final Property ALIASES = Property.of(Workloads.POD, "spec.hostAliases");
    private static final Property DNS = Property.of(Workloads.POD, "spec.dnsPolicy");
    private static final Property RESOLVERS = Property.of(Workloads.POD, "spec.dnsConfig.nameservers");
    private static final Property NODE = Property.of(Workloads.POD, "spec.nodeName");
    private static final Property TOLERATIONS = Property.of(Workloads.POD, "spec.tolerations");
    private static final Property SCHEDULER = Property.of(Workloads.POD, "spec.schedulerName");
    private static final Property SELECTOR = Property.of(Workloads.POD, "spec.nodeSelector");
    private static final Property KEY = Property.of(Workloads.POD, "spec.tolerations[].key");

    @Override
    Verdict check(PodSpec pod) {
        Value dns = pod.get(DNS);
        return Verdict.require(pod.get(ALIASES).hasItems().not(), "names hosts by itself: hostAliases")
                .and(Verdict.require(
                        Paths.absentOr(dns, dns.is("ClusterFirst"))
                                .and(pod.get(RESOLVERS).hasItems().not()),
                        "asks resolvers beside the cluster's: dnsPolicy or dnsConfig"))
                .and(Verdict.require(pod.get(NODE).isPresent().not(), "goes round the scheduler: nodeName"))
                .and(Verdict.require(
                        pod.get(TOLERATIONS)
                                .all(toleration -> toleration.get(KEY).isPresent()),
                        "runs on every node, whatever it is kept for: a toleration without a key"))
                .and(Verdict.require(
                        Paths.absentOr(pod.get(SCHEDULER), pod.get(SCHEDULER).is("default-scheduler")),
                        "is placed by a scheduler of others: schedulerName"))
                .and(Verdict.require(
                        pod.get(TOLERATIONS)
                                .any(toleration -> toleration.get(KEY).matches(PodTrustsTheCluster::isOfControlPlane))
                                .or(Truth.of(pod.get(SELECTOR).fields().keySet().stream()
                                        .anyMatch(PodTrustsTheCluster::isOfControlPlane)))
                                .not(),
                        "asks for nodes of the control plane: nodeSelector or tolerations"));
    }

    private static boolean isOfControlPlane(String key) {
        return key.matches("node-role[.]kubernetes[.]io/(control-plane|master)");
    }
}
