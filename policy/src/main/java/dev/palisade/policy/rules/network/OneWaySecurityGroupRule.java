package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;

/** The newer resources for a rule: a type for each direction, one other side. */
final class OneWaySecurityGroupRule {
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    static final Property INGRESS_GROUP = Property.of(INGRESS, "securityGroupId");
    private static final Property INGRESS_PROTOCOL = Property.of(INGRESS, "ipProtocol");
    private static final Property INGRESS_FROM = Property.of(INGRESS, "fromPort");
    private static final Property INGRESS_TO = Property.of(INGRESS, "toPort");
    private static final Property INGRESS_IPV4 = Property.of(INGRESS, "cidrIpv4");
    private static final Property INGRESS_IPV6 = Property.of(INGRESS, "cidrIpv6");
    private static final Property INGRESS_LIST = Property.of(INGRESS, "prefixListId");
    private static final Property INGRESS_SOURCE = Property.of(INGRESS, "referencedSecurityGroupId");
    private static final Property INGRESS_DESCRIPTION = Property.of(INGRESS, "description");

    private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    static final Property EGRESS_GROUP = Property.of(EGRESS, "securityGroupId");
    private static final Property EGRESS_PROTOCOL = Property.of(EGRESS, "ipProtocol");
    private static final Property EGRESS_FROM = Property.of(EGRESS, "fromPort");
    private static final Property EGRESS_TO = Property.of(EGRESS, "toPort");
    private static final Property EGRESS_IPV4 = Property.of(EGRESS, "cidrIpv4");
    private static final Property EGRESS_IPV6 = Property.of(EGRESS, "cidrIpv6");
    private static final Property EGRESS_LIST = Property.of(EGRESS, "prefixListId");
    private static final Property EGRESS_SOURCE = Property.of(EGRESS, "referencedSecurityGroupId");
    private static final Property EGRESS_DESCRIPTION = Property.of(EGRESS, "description");

    private OneWaySecurityGroupRule() {}

    static SecurityGroupRule read(Resource rule, Graph graph) {
        boolean ingress = rule.is(INGRESS);
        Property lists = ingress ? INGRESS_LIST : EGRESS_LIST;
        Property source = ingress ? INGRESS_SOURCE : EGRESS_SOURCE;
        CidrBlocks blocks = new CidrBlocks(
                graph,
                rule,
                rule.get(ingress ? INGRESS_IPV4 : EGRESS_IPV4),
                rule.get(ingress ? INGRESS_IPV6 : EGRESS_IPV6));
        blocks.addLists(lists, rule.get(lists));
        return new SecurityGroupRule(
                rule,
                ingress,
                rule.get(ingress ? INGRESS_PROTOCOL : EGRESS_PROTOCOL),
                rule.get(ingress ? INGRESS_FROM : EGRESS_FROM),
                rule.get(ingress ? INGRESS_TO : EGRESS_TO),
                blocks.known(),
                blocks.decided(),
                !rule.get(source).isMissing(),
                graph.targets(rule, source, SecurityGroupRules.GROUP),
                rule.get(ingress ? INGRESS_DESCRIPTION : EGRESS_DESCRIPTION));
    }
}
