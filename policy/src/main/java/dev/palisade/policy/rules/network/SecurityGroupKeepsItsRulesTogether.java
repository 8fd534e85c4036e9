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
        title = "A security group's rules are either inline or resources of their own",
        severity = Severity.LOW,
        rows = {Row.X2},
        controls = {"NIST 800-53 CM-3", "PCI DSS 1.2.5", "SOC 2 CC8.1"},
        why = "Where both are mixed each deployment removes the other's rules: what is open changes with every run.",
        remedy = "State every rule as a resource of its own.",
        snippet =
                "new SecurityGroupIngressRule(\"web\", SecurityGroupIngressRuleArgs.builder().securityGroupId(group.id()).build())")
public final class SecurityGroupKeepsItsRulesTogether implements RelationPolicy {
    @Override
    public Set<String> types() {
        return Set.of(SecurityGroupRules.GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        Truth inline =
                Truth.of(SecurityGroupRules.of(group, graph).rules().stream().anyMatch(SecurityGroupRule::isInline));
        return Verdict.require(
                inline.and(SecurityGroupRules.hasSeparate(group, graph)).not(),
                "has inline rules beside rules of their own");
    }
}
