package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The rules of a network ACL in the order in which AWS asks them, inline ones and those of their own.
 *
 * @param decided whether these are all
 */
record NetworkAclRules(List<NetworkAclRule> rules, boolean decided) {
    static final String ACL = "aws:ec2/networkAcl:NetworkAcl";

    private static final Property SUBNETS = Property.of(ACL, "subnetIds");
    private static final Property ASSOCIATED_ACL =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "networkAclId");
    private static final Property ASSOCIATED_SUBNET =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "subnetId");
    private static final String SUBNET = "aws:ec2/subnet:Subnet";

    private static final Property INGRESS = Property.of(ACL, "ingress");
    private static final Property EGRESS = Property.of(ACL, "egress");
    private static final Property NUMBER = Property.of(ACL, "ingress[].ruleNo");
    private static final Property ACTION = Property.of(ACL, "ingress[].action");
    private static final Property PROTOCOL = Property.of(ACL, "ingress[].protocol");
    private static final Property FROM = Property.of(ACL, "ingress[].fromPort");
    private static final Property TO = Property.of(ACL, "ingress[].toPort");
    private static final Property TYPE = Property.of(ACL, "ingress[].icmpType");
    private static final Property CODE = Property.of(ACL, "ingress[].icmpCode");
    private static final Property IPV4 = Property.of(ACL, "ingress[].cidrBlock");
    private static final Property IPV6 = Property.of(ACL, "ingress[].ipv6CidrBlock");

    private static final String RULE = "aws:ec2/networkAclRule:NetworkAclRule";
    private static final Property RULE_ACL = Property.of(RULE, "networkAclId");
    private static final Property RULE_EGRESS = Property.of(RULE, "egress");
    private static final Property RULE_NUMBER = Property.of(RULE, "ruleNumber");
    private static final Property RULE_ACTION = Property.of(RULE, "ruleAction");
    private static final Property RULE_PROTOCOL = Property.of(RULE, "protocol");
    private static final Property RULE_FROM = Property.of(RULE, "fromPort");
    private static final Property RULE_TO = Property.of(RULE, "toPort");
    private static final Property RULE_TYPE = Property.of(RULE, "icmpType");
    private static final Property RULE_CODE = Property.of(RULE, "icmpCode");
    private static final Property RULE_IPV4 = Property.of(RULE, "cidrBlock");
    private static final Property RULE_IPV6 = Property.of(RULE, "ipv6CidrBlock");

    static NetworkAclRules of(Resource acl, Graph graph) {
        List<NetworkAclRule> rules = new ArrayList<>();
        acl.get(INGRESS).items().forEach(item -> rules.add(inline(item, false)));
        acl.get(EGRESS).items().forEach(item -> rules.add(inline(item, true)));
        Targets separate = graph.referrers(acl, RULE_ACL);
        separate.resources().forEach(rule -> rules.add(separate(rule)));
        rules.sort(Comparator.comparing(NetworkAclRule::number));
        return new NetworkAclRules(rules, separate.decided());
    }

    /** Whether some subnet behind the ACL fulfils the test. */
    static Truth anySubnet(Resource acl, Graph graph, Function<Resource, Truth> test) {
        return graph.targets(acl, SUBNETS, SUBNET)
                .any(test)
                .or(graph.referrers(acl, ASSOCIATED_ACL)
                        .any(association -> graph.targets(association, ASSOCIATED_SUBNET, SUBNET)
                                .any(test)));
    }

    List<NetworkAclRule> allowing() {
        return rules.stream().filter(rule -> rule.allows() != Truth.FALSE).toList();
    }

    /** Whether every rule is known. */
    boolean known() {
        return decided && rules.stream().allMatch(rule -> rule.traffic().isPresent() && rule.allows() != Truth.UNKNOWN);
    }

    /** What gets through in one direction: of each allowing rule what no denying rule before it takes away. */
    List<Traffic> passing(boolean egress) {
        List<Traffic> denied = new ArrayList<>();
        List<Traffic> passing = new ArrayList<>();
        for (NetworkAclRule rule : rules) {
            if (rule.egress() != egress || rule.traffic().isEmpty()) {
                continue;
            }
            if (rule.allows() == Truth.FALSE) {
                denied.add(rule.traffic().get());
                continue;
            }
            List<Traffic> left = List.of(rule.traffic().get());
            for (Traffic before : denied) {
                left = left.stream()
                        .flatMap(part -> part.minus(before).stream())
                        .toList();
            }
            passing.addAll(left);
        }
        return passing;
    }

    private static NetworkAclRule inline(Value item, boolean egress) {
        return NetworkAclRule.of(
                egress,
                item.get(NUMBER),
                item.get(ACTION),
                item.get(PROTOCOL),
                item.get(FROM),
                item.get(TO),
                item.get(TYPE),
                item.get(CODE),
                item.get(IPV4),
                item.get(IPV6));
    }

    private static NetworkAclRule separate(Resource rule) {
        return NetworkAclRule.of(
                rule.get(RULE_EGRESS).isTrue() == Truth.TRUE,
                rule.get(RULE_NUMBER),
                rule.get(RULE_ACTION),
                rule.get(RULE_PROTOCOL),
                rule.get(RULE_FROM),
                rule.get(RULE_TO),
                rule.get(RULE_TYPE),
                rule.get(RULE_CODE),
                rule.get(RULE_IPV4),
                rule.get(RULE_IPV6));
    }
}
