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
        for (Optional<PortSet> set : ports(ports)) {
            PortSet known = set.orElse(PortSet.ALL);
            if (isEmpty(peers)) {
                rules.add(rule(AddressSet.ALL, known, selected && set.isPresent(), text));
            }
            for (Value peer : isEmpty(peers) ? List.<Value>of() : peers.items()) {
                Truth about = about(peer, other);
                Optional<AddressSet> block = block(peer);
                if (about != Truth.FALSE) {
                    boolean exact = selected && about == Truth.TRUE && set.isPresent() && block.isPresent();
                    rules.add(rule(block.orElse(AddressSet.ALL), known, exact, text));
                }
            }
        }
        return rules;
    }

    private Rule rule(AddressSet addresses, PortSet ports, boolean exact, String text) {
        Traffic match =
                ingress ? Traffic.of(addresses, AddressSet.ALL, ports) : Traffic.of(AddressSet.ALL, addresses, ports);
        return new Rule(match, true, exact, text + " allows " + ports + (exact ? "" : ", as far as it is known"));
    }

    private List<Optional<PortSet>> ports(Value ports) {
        return isEmpty(ports)
                ? List.of(Optional.of(PortSet.ALL))
                : ports.items().stream()
                        .map(this::port)
                        .filter(set -> set.filter(PortSet::isEmpty).isEmpty())
                        .toList();
    }

    private static boolean isEmpty(Value list) {
        return list.isMissing() || (!list.isUnknown() && list.items().isEmpty());
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
            return PortSet.read(protocol.get(), 0, 65535);
        }
        Optional<Double> first = number.number();
        if (first.isEmpty()) {
            PortSet named = listening.ports().getOrDefault(number.text().orElse(""), PortSet.NONE);
            return PortSet.read(protocol.get(), 0, 65535).map(named::intersect);
        }
        Value end = port.field("endPort");
        double last = end.isMissing() ? first.get() : end.number().orElse(65535.0);
        return last < first.get() ? Optional.empty() : PortSet.read(protocol.get(), first.get(), last);
    }
}
