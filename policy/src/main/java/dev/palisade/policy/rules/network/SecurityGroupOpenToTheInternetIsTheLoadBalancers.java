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
        title = "A security group that is open to the internet guards load balancers alone",
        severity = Severity.CRITICAL,
        rows = {Row.X2, Row.A1, Row.A4},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SC-7(5)", "PCI DSS 1.4.2", "HIPAA 164.312(e)(1)", "SOC 2 CC6.6"},
        why = "Nodes, databases and endpoints behind such a group are reached past the load balancer and its firewall.",
        remedy = "Give each kind of resource a group of its own.",
        snippet = "LoadBalancerArgs.builder().securityGroups(loadBalancerGroup.id().applyValue(List::of))")
public final class SecurityGroupOpenToTheInternetIsTheLoadBalancers implements RelationPolicy {
    @Override
    public Set<String> types() {
        return SecurityGroupRules.TYPES;
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Truth open = rules.decided() ? Truth.FALSE : Truth.UNKNOWN;
        for (SecurityGroupRule rule : rules.ingress()) {
            open = open.or(
                    Truth.of(Internet.reaches(rule.addresses())).or(rule.decided() ? Truth.FALSE : Truth.UNKNOWN));
        }
        if (open == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                        open.not().or(SecurityGroupUses.isForLoadBalancers(group, graph)),
                        "is open to the internet and guards no load balancer")
                .and(Verdict.require(
                        open.not()
                                .or(SecurityGroupUses.isForOthers(group, graph).not()),
                        "is open to the internet and guards more than load balancers"));
    }
}
