package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.flow.PortSet;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * One permission of a security group.
 *
 * @param holder the resource that states it: the group itself, or a rule of its own
 * @param blocks the CIDR blocks of its other side, those of prefix lists included
 * @param decided whether the blocks are all and known
 * @param names whether it names a group as its other side, of this program or another
 * @param peers the groups of its other side that this program makes, the group itself included
 */
record SecurityGroupRule(
        Resource holder,
        boolean ingress,
        Value protocol,
        Value fromPort,
        Value toPort,
        List<String> blocks,
        boolean decided,
        boolean names,
        Targets peers,
        Value description) {

    AddressSet addresses() {
        return AddressSet.union(blocks.stream().map(Internet::read).toList());
    }

    boolean isInline() {
        return SecurityGroupRules.GROUP.equals(holder.type());
    }

    /** Whether it says whom it is about. */
    boolean hasPeer() {
        return names || !decided || !blocks.isEmpty();
    }

    /** What it lets through; empty where not known yet. A range that is none or has one end is taken for the worst. */
    Optional<PortSet> ports() {
        if (protocol.isUnknown() || fromPort.isUnknown() || toPort.isUnknown()) {
            return Optional.empty();
        }
        String name = protocol.text().orElse("-1");
        int from = fromPort.number().orElse(-1d).intValue();
        int to = toPort.number().orElse(-1d).intValue();
        try {
            return Optional.of(to == -1 ? PortSet.protocol(name) : PortSet.rule(name, from, to));
        } catch (IllegalArgumentException noSuchPorts) {
            return Optional.of(PortSet.ALL);
        }
    }

    /** For example {@code opens tcp 22 to 0.0.0.0/0}. */
    String says() {
        return (ingress ? "opens " : "lets out ")
                + ports().map(PortSet::toString).orElse("ports not known yet")
                + " to "
                + (blocks.isEmpty() ? "a group" : String.join(", ", blocks))
                + (isInline() ? "" : " (" + holder.name() + ")");
    }
}
