package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.PortSet;
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
        title = "Security groups let nothing but HTTPS and time out to the internet",
        severity = Severity.HIGH,
        rows = {Row.A2, Row.X2},
        controls = {"NIST 800-53 SC-7(5)", "PCI DSS 1.3.2", "SOC 2 CC6.6", "GDPR 32(1)(b)"},
        why = "Free egress is how stolen data leaves and how malware calls home.",
        remedy = "Allow tcp 443 out, or name the group that is to be reached.",
        snippet =
                "SecurityGroupEgressRuleArgs.builder().cidrIpv4(\"0.0.0.0/0\").ipProtocol(\"tcp\").fromPort(443).toPort(443)")
public final class SecurityGroupLetsOutHttpsOnly implements RelationPolicy {
    private static final PortSet ALLOWED = PortSet.tcp(443).union(PortSet.udp(123));

    @Override
    public Set<String> types() {
        return SecurityGroupRules.TYPES;
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Verdict verdict = rules.otherwise();
        for (SecurityGroupRule rule : rules.egress()) {
            Truth fine =
                    rule.ports().map(ports -> Truth.of(ALLOWED.contains(ports))).orElse(Truth.UNKNOWN);
            verdict = verdict.and(Verdict.require(
                    Truth.of(rule.blocks().isEmpty())
                            .or(SecurityGroupUses.isForLoadBalancers(group, graph)
                                    .not()),
                    rule.says() + ", though a load balancer needs its targets alone"));
            Truth outside =
                    Truth.of(Internet.reaches(rule.addresses())).or(rule.decided() ? Truth.FALSE : Truth.UNKNOWN);
            verdict = verdict.and(Verdict.require(outside.not().or(fine), rule.says()))
                    .and(Verdict.require(
                            Truth.of(Internet.reaches(rule.addresses()))
                                    .and(SecurityGroupUses.answersOnly(group, graph))
                                    .not(),
                            rule.says() + ", though what it guards answers and never calls"));
        }
        return verdict;
    }
}
