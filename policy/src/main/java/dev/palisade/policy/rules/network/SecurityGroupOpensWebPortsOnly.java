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

/** A group is judged by all of its rules, so that halves of the internet are no way round. */
@PolicyInfo(
        title = "Security groups open nothing but 80 and 443 to the internet",
        severity = Severity.CRITICAL,
        rows = {Row.X2, Row.A1, Row.A4},
        controls = {
            "CIS AWS 5.3",
            "CIS AWS 5.4",
            "NIST 800-53 SC-7",
            "PCI DSS 1.3.1",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6",
            "GDPR 32(1)(b)",
            "Security Hub EC2.18",
            "Security Hub EC2.19"
        },
        why = "Every other port leads past the load balancer and its firewall to whatever listens there.",
        remedy = "Name the security group that needs the port instead of addresses.",
        snippet = "SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(loadBalancer.id())")
public final class SecurityGroupOpensWebPortsOnly implements RelationPolicy {
    private static final PortSet WEB = PortSet.tcp(80).union(PortSet.tcp(443));

    @Override
    public Set<String> types() {
        return SecurityGroupRules.TYPES;
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Verdict verdict = rules.otherwise();
        for (SecurityGroupRule rule : rules.ingress()) {
            Truth web = rule.ports().map(ports -> Truth.of(WEB.contains(ports))).orElse(Truth.UNKNOWN);
            Truth outside =
                    Truth.of(Internet.reaches(rule.addresses())).or(rule.decided() ? Truth.FALSE : Truth.UNKNOWN);
            verdict = verdict.and(Verdict.require(outside.not().or(web), rule.says()));
        }
        return verdict;
    }
}
