package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Security groups and their rules say what they are for",
        severity = Severity.LOW,
        rows = {Row.X2},
        controls = {"NIST 800-53 CM-3", "PCI DSS 1.2.5", "PCI DSS 1.2.7", "SOC 2 CC8.1"},
        why = "A rule whose purpose nobody knows is never removed.",
        remedy = "Write a description on the group and on each rule.",
        snippet = "SecurityGroupIngressRuleArgs.builder().description(\"HTTPS from the internet\")")
public final class SecurityGroupRulesAreDescribed implements RelationPolicy {
    private static final Property DESCRIPTION = Property.of(SecurityGroupRules.GROUP, "description");

    @Override
    public Set<String> types() {
        return SecurityGroupRules.TYPES;
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Verdict verdict = rules.otherwise().and(group.is(SecurityGroupRules.GROUP) ? described(group) : Verdict.PASS);
        for (SecurityGroupRule rule : rules.rules()) {
            verdict = verdict.and(Verdict.require(
                    rule.description().matches(text -> !text.isBlank()), rule.says() + " without a description"));
        }
        return verdict;
    }

    private static Verdict described(Resource group) {
        return Verdict.require(
                group.get(DESCRIPTION).matches(text -> !text.isBlank() && !text.startsWith("Managed by ")),
                "has no description of its own");
    }
}
