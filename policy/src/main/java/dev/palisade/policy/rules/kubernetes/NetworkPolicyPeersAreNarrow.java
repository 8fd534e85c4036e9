package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** Blocks are joined before they are judged: two halves of the internet are the internet. */
@PolicyInfo(
        title = "Network policies name their peers and ports",
        severity = Severity.HIGH,
        rows = {Row.C9, Row.A4},
        controls = {
            "CIS EKS 4.3.2",
            "NIST 800-53 SC-7",
            "NIST 800-53 AC-4",
            "PCI DSS 1.2.5",
            "PCI DSS 1.3.1",
            "PCI DSS 1.4.2",
            "SOC 2 CC6.6",
            "HIPAA 164.312(e)(1)"
        },
        why = "A rule without peers or ports, or with an empty selector, allows what the policy seems to deny.",
        remedy =
                "Name pods and namespaces by label or subnets by block, and each port; to the internet TCP 443 alone, without private addresses.",
        snippet = "NetworkPolicyPeerArgs.builder().ipBlock(IPBlockArgs.builder().cidr(subnet.toString()).build())")
public final class NetworkPolicyPeersAreNarrow implements ResourcePolicy {
    private static final AddressSet PRIVATE =
            AddressSet.parseAll(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"));
    /** Instance metadata and whatever else answers on the link alone. */
    private static final AddressSet LINK = AddressSet.parseAll(List.of("169.254.0.0/16", "fe80::/10", "127.0.0.0/8"));

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NETWORK_POLICY);
    }

    @Override
    public Verdict check(Resource policy) {
        return NetworkPolicyRule.of(policy).stream()
                .map(NetworkPolicyPeersAreNarrow::judge)
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static Verdict judge(NetworkPolicyRule rule) {
        return Verdict.require(
                        rule.peers().hasItems(),
                        "an " + rule.direction() + " rule names no peer: it allows all of them")
                .and(Verdict.require(
                        rule.peers().all(NetworkPolicyPeersAreNarrow::isNamed),
                        "an " + rule.direction() + " rule has a peer with an empty selector: it allows all pods"))
                .and(Verdict.require(
                        rule.ports().hasItems(),
                        "an " + rule.direction() + " rule names no port: it allows all of them"))
                .and(Verdict.require(
                        rule.ports().all(NetworkPolicyPeersAreNarrow::isOne),
                        "an " + rule.direction() + " rule allows a range of ports"))
                .and(Verdict.require(
                        addresses(rule),
                        "an " + rule.direction() + " rule allows addresses that are too many: ipBlock"));
    }

    private static Truth isNamed(Value peer) {
        Value pods = peer.get(NetworkPolicyRule.PODS);
        Value namespaces = peer.get(NetworkPolicyRule.NAMESPACES);
        Truth block = peer.get(NetworkPolicyRule.IP_BLOCK)
                .isPresent()
                .and(peer.get(NetworkPolicyRule.IP_BLOCK)
                        .get(NetworkPolicyRule.CIDR)
                        .isPresent());
        return block.or(() -> pods.isPresent().or(namespaces.isPresent()))
                .and(() ->
                        pods.isPresent().not().or(() -> Selector.isEmpty(pods).not()))
                .and(() -> namespaces.isPresent().not().or(() -> Selector.isEmpty(namespaces)
                        .not()));
    }

    private static Truth isOne(Value port) {
        Value end = port.get(NetworkPolicyRule.END_PORT);
        Value start = port.get(NetworkPolicyRule.PORT);
        return start.isPresent()
                .and(() -> Paths.absentOr(end, end.text().map(start::is).orElse(Truth.UNKNOWN)));
    }

    private static Truth addresses(NetworkPolicyRule rule) {
        if (rule.addresses().isEmpty()) {
            return rule.isReadable() ? Truth.UNKNOWN : Truth.FALSE;
        }
        AddressSet all = rule.addresses().get();
        AddressSet outside = all.minus(PRIVATE);
        boolean few = all.intersect(PRIVATE).size().bitLength() <= 17;
        if (outside.isEmpty()) {
            return Truth.of(few);
        }
        if (rule.isIngress() || outside.overlaps(LINK) || all.overlaps(PRIVATE)) {
            return Truth.FALSE;
        }
        return rule.ports().all(port -> port.get(NetworkPolicyRule.PORT)
                .is("443")
                .and(() -> Paths.absentOr(
                        port.get(NetworkPolicyRule.PROTOCOL),
                        port.get(NetworkPolicyRule.PROTOCOL).is("TCP"))));
    }
}
