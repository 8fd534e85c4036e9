package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A load balancer of AWS's.
 *
 * @param behindWaf whether a web ACL is associated with it
 * @param decided whether every listener and target group of it is known
 * @param forwards the rules by which its listeners and target groups lead on
 */
record LoadBalancer(
        String name, List<Place> places, Filter listens, Truth behindWaf, boolean decided, List<Forward> forwards) {

    /**
     * One target group's targets.
     *
     * @param exact whether it is known that it leads there, and to which ports
     */
    record Forward(String to, PortSet ports, boolean exact, String text) {}

    /** What it sends to an endpoint at all. */
    Filter sends(Endpoint to) {
        List<Rule> rules = forwards.stream()
                .filter(forward -> forward.to().equals(to.name()))
                .map(forward -> new Rule(Traffic.on(forward.ports()), true, forward.exact(), forward.text()))
                .collect(Collectors.toList());
        if (!decided) {
            rules.add(Rule.maybe(Traffic.ALL, "it is not known yet where all its listeners and target groups lead"));
        }
        return new Filter("load balancer " + name, rules, "no listener and target group of it lead to " + to.name());
    }
}
