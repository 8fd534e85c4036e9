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
import java.util.stream.Stream;

/** Nobody logs in to a host of this platform; its ports of administration are open to no address, near or far. */
@PolicyInfo(
        title = "No security group opens a port of administration",
        severity = Severity.HIGH,
        rows = {Row.X2, Row.A2},
        controls = {
            "CIS AWS 5.2",
            "CIS AWS 5.3",
            "NIST 800-53 SC-7",
            "NIST 800-53 AC-17",
            "PCI DSS 1.3.1",
            "SOC 2 CC6.6",
            "Security Hub EC2.13",
            "Security Hub EC2.14"
        },
        why = "A port of administration that is open inside is how one taken pod becomes every host.",
        remedy = "Take the rule away; open a session through Systems Manager instead.",
        snippet =
                "RolePolicyAttachmentArgs.builder().role(node.name()).policyArn(\"arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore\")")
public final class SecurityGroupsOpenNoAdministration implements RelationPolicy {
    private static final PortSet ADMINISTRATION =
            PortSet.union(Stream.of(20, 21, 22, 23, 135, 139, 445, 1433, 2375, 2376, 3389, 5900, 5985, 5986, 10_255)
                    .map(PortSet::tcp)
                    .toList());

    @Override
    public Set<String> types() {
        return SecurityGroupRules.TYPES;
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        Verdict verdict = rules.otherwise();
        for (SecurityGroupRule rule : rules.ingress()) {
            Truth closed = rule.ports()
                    .map(ports -> Truth.of(!ports.overlaps(ADMINISTRATION)))
                    .orElse(Truth.UNKNOWN);
            verdict = verdict.and(Verdict.require(closed, rule.says() + ", a port of administration among them"));
        }
        return verdict;
    }
}
