package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.PortSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Interface endpoints answer under the service's own name, to HTTPS of their own group",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X5},
        controls = {"CIS EKS 5.4.2", "NIST 800-53 SC-7(4)", "PCI DSS 1.3.1", "SOC 2 CC6.6", "Security Hub EC2.10"},
        why =
                "Without private names clients go round the endpoint over the internet; in the default group it is open to all.",
        remedy = "Switch private DNS on and give the endpoint a group that admits tcp 443 only.",
        snippet =
                "VpcEndpointArgs.builder().privateDnsEnabled(true).securityGroupIds(endpoints.id().applyValue(List::of))")
public final class InterfaceEndpointIsGuarded implements RelationPolicy {
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final Property KIND = Property.of(ENDPOINT, "vpcEndpointType");
    private static final Property NAMES = Property.of(ENDPOINT, "privateDnsEnabled");
    private static final Property GROUPS = Property.of(ENDPOINT, "securityGroupIds");
    private static final PortSet HTTPS = PortSet.tcp(443);

    @Override
    public Set<String> types() {
        return Set.of(ENDPOINT);
    }

    @Override
    public Verdict check(Resource endpoint, Graph graph) {
        if (endpoint.get(KIND).is("Interface") == Truth.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        Targets groups = graph.targets(endpoint, GROUPS, SecurityGroupRules.GROUP);
        return Verdict.require(endpoint.get(NAMES).isTrue(), "has no private names: privateDnsEnabled is not true")
                .and(Verdict.require(groups.exist(), "is in no security group of this stack"))
                .and(Verdict.require(groups.all(group -> admitsHttpsOnly(group, graph)), "admits more than tcp 443"));
    }

    private static Truth admitsHttpsOnly(Resource group, Graph graph) {
        SecurityGroupRules rules = SecurityGroupRules.of(group, graph);
        return rules.ingress().stream()
                .map(rule -> rule.ports()
                        .map(ports -> Truth.of(HTTPS.contains(ports)))
                        .orElse(Truth.UNKNOWN))
                .reduce(rules.decided() ? Truth.TRUE : Truth.UNKNOWN, Truth::and);
    }
}
