package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a NetworkPolicy, read for one endpoint on its other side.
 *
 * @param namespace the policy's
 * @param listening the pods whose named ports count
 */
record PeerRules(Resource policy, String namespace, Pods listening, boolean ingress, NetworkPolicies policies) {

    /** What the rule lets through. A rule without peers is for everybody, one without ports for all of them. */
    List<Rule> of(Value peers, Value ports, Optional<Pods> other, String text, boolean selected) {
        List<Rule> rules = new ArrayList<>();
        boolean everybody =
                peers.isMissing() || (!peers.isUnknown() && peers.items().isEmpty());
        List<Value> all = everybody ? List.of(Value.missing()) : peers.items();
        boolean allPorts =
                ports.isMissing() || (!ports.isUnknown() && ports.items().isEmpty());
        for (Value peer : all) {
            for (Value port : allPorts ? List.of(Value.missing()) : ports.items()) {
                Optional<PortSet> set = allPorts ? Optional.of(PortSet.ALL) : port(port);
                Optional<AddressSet> block = everybody ? Optional.of(AddressSet.ALL) : block(peer);
                Truth about = everybody ? Truth.TRUE : about(peer, other);
                if (about == Truth.FALSE || set.filter(PortSet::isEmpty).isPresent()) {
                    continue;
                }
                AddressSet addresses = block.orElse(AddressSet.ALL);
                PortSet known = set.orElse(PortSet.ALL);
                Traffic match = ingress
                        ? Traffic.of(addresses, AddressSet.ALL, known)
                        : Traffic.of(AddressSet.ALL, addresses, known);
                boolean exact = selected && about == Truth.TRUE && set.isPresent() && block.isPresent();
                rules.add(new Rule(
                        match, true, exact, text + " allows " + known + (exact ? "" : ", as far as it is known")));
            }
        }
        return rules;
    }

    /** Whether a peer speaks of the endpoint at all; an {@code ipBlock} speaks of any. */
    private Truth about(Value peer, Optional<Pods> other) {
        if (peer.isUnknown()) {
            return Truth.UNKNOWN;
        }
        if (!peer.field("ipBlock").isMissing()) {
            return Truth.TRUE;
        }
        Value namespaces = peer.field("namespaceSelector");
        Value pods = peer.field("podSelector");
        if (other.isEmpty() || (namespaces.isMissing() && pods.isMissing())) {
            return Truth.FALSE;
        }
        Truth inNamespace = namespaces.isMissing()
                ? Truth.of(other.get().namespace().equals(namespace))
                : policies.namespaceMatches(namespaces, other.get().namespace());
        return inNamespace.and(Selectors.matches(pods, other.get().labels()));
    }

    /** The addresses of a peer; empty where they are not known. */
    private static Optional<AddressSet> block(Value peer) {
        Value block = peer.field("ipBlock");
        if (block.isMissing()) {
            return peer.isUnknown() ? Optional.empty() : Optional.of(AddressSet.ALL);
        }
        Optional<AddressSet> cidr = block.field("cidr").text().flatMap(AddressSet::read);
        List<AddressSet> except = new ArrayList<>();
        for (Value excepted : block.field("except").items()) {
            Optional<AddressSet> read = excepted.text().flatMap(AddressSet::read);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            except.add(read.get());
        }
        return cidr.map(addresses -> addresses.minus(AddressSet.union(except)));
    }

    /** Without a port all of the protocol, TCP where none is given; a name is that of a container's port. */
    private Optional<PortSet> port(Value port) {
        Optional<String> protocol = port.field("protocol").isMissing()
                ? Optional.of("TCP")
                : port.field("protocol").text();
        Value number = port.field("port");
        if (port.isUnknown() || protocol.isEmpty() || number.isUnknown()) {
            return Optional.empty();
        }
        if (number.isMissing()) {
            return Optional.of(PortSet.protocol(protocol.get()));
        }
        Optional<Double> first = number.number();
        if (first.isEmpty()) {
            PortSet named = listening.ports().getOrDefault(number.text().orElse(""), PortSet.NONE);
            return Optional.of(named.intersect(PortSet.protocol(protocol.get())));
        }
        Value end = port.field("endPort");
        double last = end.isMissing() ? first.get() : end.number().orElse(65535.0);
        return last < first.get()
                ? Optional.empty()
                : Optional.of(PortSet.range(protocol.get(), first.get().intValue(), (int) last));
    }
}
