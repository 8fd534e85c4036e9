package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.PortSet;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One numbered rule of a network ACL.
 *
 * @param traffic what it speaks of; empty where not known yet
 */
record NetworkAclRule(boolean egress, double number, Truth allows, Optional<Traffic> traffic, String says) {

    /** What the provider's property values mean. What cannot be read is taken for the worst: everything. */
    static NetworkAclRule of(
            boolean egress,
            Value number,
            Value action,
            Value protocol,
            Value from,
            Value to,
            Value icmpType,
            Value icmpCode,
            Value ipv4,
            Value ipv6) {
        boolean known = Stream.of(number, protocol, from, to, ipv4, ipv6).noneMatch(Value::isUnknown);
        String block = (ipv4.text().isPresent() && !ipv4.text().get().isEmpty() ? ipv4 : ipv6)
                .text()
                .orElse("");
        String name = protocol.text().orElse("-1");
        boolean icmp = "icmp".equalsIgnoreCase(name) || "1".equals(name) || "58".equals(name);
        PortSet ports = ports(name, icmp ? icmpType : from, icmp ? icmpCode : to);
        Traffic traffic = new Traffic(Internet.read(block), ports);
        return new NetworkAclRule(
                egress,
                number.number().orElse(0d),
                action.matches("allow"::equalsIgnoreCase),
                known ? Optional.of(traffic) : Optional.empty(),
                (egress ? "lets out " : "lets in ") + ports + (egress ? " to " : " from ") + block);
    }

    private static PortSet ports(String protocol, Value from, Value to) {
        int first = from.number().orElse(-1d).intValue();
        int last = to.number().orElse(-1d).intValue();
        try {
            return last == -1 && first != 3 ? PortSet.protocol(protocol) : PortSet.rule(protocol, first, last);
        } catch (IllegalArgumentException noSuchPorts) {
            return PortSet.ALL;
        }
    }
}
