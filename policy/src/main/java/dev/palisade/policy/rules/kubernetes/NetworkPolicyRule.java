package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule of a NetworkPolicy: its peers and its ports. */
record NetworkPolicyRule(boolean isIngress, Value peers, Value ports) {
    private static final String POLICY = ClusterObjects.NETWORK_POLICY;
    private static final Property INGRESS = Property.of(POLICY, "spec.ingress");
    private static final Property FROM = Property.of(POLICY, "spec.ingress[].from");
    private static final Property INGRESS_PORTS = Property.of(POLICY, "spec.ingress[].ports");
    private static final Property EGRESS = Property.of(POLICY, "spec.egress");
    private static final Property TO = Property.of(POLICY, "spec.egress[].to");
    private static final Property EGRESS_PORTS = Property.of(POLICY, "spec.egress[].ports");
    static final Property CIDR = Property.of(POLICY, "spec.ingress[].from[].ipBlock.cidr");
    static final Property EXCEPT = Property.of(POLICY, "spec.ingress[].from[].ipBlock.except");
    static final Property IP_BLOCK = Property.of(POLICY, "spec.ingress[].from[].ipBlock");
    static final Property PODS = Property.of(POLICY, "spec.ingress[].from[].podSelector");
    static final Property NAMESPACES = Property.of(POLICY, "spec.ingress[].from[].namespaceSelector");
    static final Property PORT = Property.of(POLICY, "spec.ingress[].ports[].port");
    static final Property END_PORT = Property.of(POLICY, "spec.ingress[].ports[].endPort");
    static final Property PROTOCOL = Property.of(POLICY, "spec.ingress[].ports[].protocol");

    /** All rules of a policy, in both directions. */
    static List<NetworkPolicyRule> of(Resource policy) {
        List<NetworkPolicyRule> rules = new ArrayList<>();
        policy.get(INGRESS)
                .items()
                .forEach(rule -> rules.add(new NetworkPolicyRule(true, rule.get(FROM), rule.get(INGRESS_PORTS))));
        policy.get(EGRESS)
                .items()
                .forEach(rule -> rules.add(new NetworkPolicyRule(false, rule.get(TO), rule.get(EGRESS_PORTS))));
        return rules;
    }

    String direction() {
        return isIngress ? "ingress" : "egress";
    }

    /** The addresses of all blocks together, less what they except; empty where one cannot be read. */
    Optional<AddressSet> addresses() {
        AddressSet all = AddressSet.NONE;
        for (Value peer : peers.items()) {
            Value block = peer.get(IP_BLOCK);
            if (block.isMissing()) {
                continue;
            }
            Optional<AddressSet> cidr = block.get(CIDR).text().flatMap(AddressSet::read);
            if (cidr.isEmpty()) {
                return Optional.empty();
            }
            // An exception that cannot be read takes nothing away: the block counts in full.
            List<AddressSet> except = block.get(EXCEPT).texts().stream()
                    .flatMap(text -> AddressSet.read(text).stream())
                    .toList();
            all = all.union(cidr.get().minus(AddressSet.union(except)));
        }
        return Optional.of(all);
    }

    /** Whether the only thing that is missing is knowledge: no address is written wrongly. */
    boolean isReadable() {
        return peers.items().stream().map(peer -> peer.get(IP_BLOCK).get(CIDR)).allMatch(cidr -> cidr.text()
                .map(text -> AddressSet.read(text).isPresent())
                .orElse(true));
    }
}
