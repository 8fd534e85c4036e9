package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a security group, wherever the program states them: inline or as resources of their own.
 *
 * @param decided whether these are all; if not, a rule names a group that is not known yet
 */
record SecurityGroupRules(List<SecurityGroupRule> rules, boolean decided) {
    static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

    private static final Property INGRESS_GROUP = OneWaySecurityGroupRule.INGRESS_GROUP;
    private static final Property EGRESS_GROUP = OneWaySecurityGroupRule.EGRESS_GROUP;
    private static final Property RULE_GROUP = TwoWaySecurityGroupRule.GROUP;

    private static final Map<String, Property> GROUP_OF = Map.of(
            RULE_GROUP.type(), RULE_GROUP, INGRESS_GROUP.type(), INGRESS_GROUP, EGRESS_GROUP.type(), EGRESS_GROUP);

    /** What is judged: groups with all their rules, and rules of groups that this program does not make. */
    static final Set<String> TYPES = Set.of(GROUP, RULE_GROUP.type(), INGRESS_GROUP.type(), EGRESS_GROUP.type());

    /** The rules to be judged with a resource; a rule whose group is in the graph is judged with that. */
    static SecurityGroupRules of(Resource resource, Graph graph) {
        Property groupOf = GROUP_OF.get(resource.type());
        if (groupOf == null) {
            return ofGroup(resource, graph);
        }
        if (!graph.targets(resource, groupOf, GROUP).isEmpty()) {
            return new SecurityGroupRules(List.of(), true);
        }
        return new SecurityGroupRules(List.of(separate(resource, graph)), true);
    }

    private static SecurityGroupRules ofGroup(Resource group, Graph graph) {
        List<SecurityGroupRule> rules = new ArrayList<>(InlineSecurityGroupRules.of(group, graph));
        boolean decided = true;
        for (Property groupOf : List.of(RULE_GROUP, INGRESS_GROUP, EGRESS_GROUP)) {
            Targets separate = graph.referrers(group, groupOf);
            separate.resources().forEach(rule -> rules.add(separate(rule, graph)));
            decided = decided && separate.decided();
        }
        return new SecurityGroupRules(rules, decided);
    }

    private static SecurityGroupRule separate(Resource rule, Graph graph) {
        return rule.is(RULE_GROUP.type())
                ? TwoWaySecurityGroupRule.read(rule, graph)
                : OneWaySecurityGroupRule.read(rule, graph);
    }

    /** Whether resources of their own add rules to a group of whatever kind. */
    static Truth hasSeparate(Resource group, Graph graph) {
        return graph.referrers(group, RULE_GROUP)
                .exist()
                .or(graph.referrers(group, INGRESS_GROUP).exist())
                .or(graph.referrers(group, EGRESS_GROUP).exist());
    }

    List<SecurityGroupRule> ingress() {
        return rules.stream().filter(SecurityGroupRule::ingress).toList();
    }

    List<SecurityGroupRule> egress() {
        return rules.stream().filter(rule -> !rule.ingress()).toList();
    }

    /** What a policy says of the group if its known rules are fine. */
    Verdict otherwise() {
        return decided ? Verdict.PASS : Verdict.unknown("not known yet whether there are more rules");
    }
}
