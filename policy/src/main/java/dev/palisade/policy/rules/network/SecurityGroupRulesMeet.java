package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Security group rules between two groups are stated on both of them",
        severity = Severity.MEDIUM,
        rows = {Row.A1, Row.A2, Row.X2},
        controls = {"NIST 800-53 SC-7(5)", "NIST 800-53 AC-4", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why =
                "A rule with one end is a mistake: it names the wrong group, or what it was for is gone and it stayed open.",
        remedy =
                "Write the egress rule of the one group together with the ingress rule of the other, or remove what is left.",
        snippet = "between(\"load-balancer\", loadBalancer.id(), \"nodes\", nodes.id(), \"tcp\", 5000, \"Service\")")
public final class SecurityGroupRulesMeet implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Set.of(SecurityGroupRules.GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Verdict verdict = rules.otherwise();
        for (SecurityGroupRule rule : rules.rules()) {
            for (Resource peer : rule.peers().resources()) {
                SecurityGroupRules others = SecurityGroupRules.of(peer, graph);
                Truth met = (rule.ingress() ? others.egress() : others.ingress())
                        .stream()
                                .map(other -> meets(rule, other, group))
                                .reduce(others.decided() ? Truth.FALSE : Truth.UNKNOWN, Truth::or);
                verdict = verdict.and(Verdict.require(
                        met,
                        rule.says() + ", namely " + peer.name() + ", which does not "
                                + (rule.ingress() ? "let it out" : "let it in")));
            }
        }
        return verdict;
    }

    /** Addresses on the other end may be the group's own: they count as well. */
    private static Truth meets(SecurityGroupRule rule, SecurityGroupRule other, Resource group) {
        Truth ports = rule.ports()
                .flatMap(mine -> other.ports().map(its -> Truth.of(its.contains(mine))))
                .orElse(Truth.UNKNOWN);
        Truth peer = Truth.of(!other.blocks().isEmpty())
                .or(other.peers().any(one -> Truth.of(one.urn().equals(group.urn()))));
        return ports.and(peer);
    }
}
