package dev.palisade.policy.flow;

import java.util.List;

/**
 * A network ACL: stateless, the rule with the lowest number decides.
 *
 * @param ingress judged by the packet's source
 * @param egress judged by the packet's destination
 */
record NetworkAcl(Filter ingress, Filter egress) {
    /** What AWS makes with a VPC. */
    static final NetworkAcl OPEN = new NetworkAcl(
            Filter.open("the default network ACL", "rule 100 allows all traffic in"),
            Filter.open("the default network ACL", "rule 100 allows all traffic out"));

    static NetworkAcl of(String name, List<Rule> ingress, List<Rule> egress) {
        String resource = "network ACL " + name;
        return new NetworkAcl(
                new Filter(resource, ingress, "no rule lets it in"),
                new Filter(resource, egress, "no rule lets it out"));
    }

    static NetworkAcl unknown(String subnet) {
        Filter unknown = Filter.unknown("network ACL of subnet " + subnet, "it is not known yet which one it is");
        return new NetworkAcl(unknown, unknown);
    }
}
