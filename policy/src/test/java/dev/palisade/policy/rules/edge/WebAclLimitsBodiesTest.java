package dev.palisade.policy.rules.edge;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class WebAclLimitsBodiesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclLimitsBodies();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an own rule", stack(acl(size("block", "GT", 8192, "MATCH")))),
                passes("the common rule set", stack(acl(common(List.of())))),
                fails("no rules", stack(resource("aws:wafv2/webAcl:WebAcl", "service")), "8192"),
                fails("more than is inspected", stack(acl(size("block", "GT", 65536, "MATCH"))), "8192"),
                fails("small bodies", stack(acl(size("block", "LT", 8192, "MATCH"))), "8192"),
                fails("only counted", stack(acl(size("count", "GT", 8192, "MATCH"))), "8192"),
                fails("oversize ones let through", stack(acl(size("block", "GT", 8192, "NO_MATCH"))), "8192"),
                fails(
                        "the common rule set without its size rule",
                        stack(acl(common(List.of(Map.of("name", "SizeRestrictions_BODY"))))),
                        "8192"),
                unknown(
                        "rules not known yet",
                        stack(resource("aws:wafv2/webAcl:WebAcl", "service").unknown("rules"))),
                notApplicable("no ACL", stack()));
    }

    private static ResourceBuilder acl(Map<String, Object> rule) {
        return resource("aws:wafv2/webAcl:WebAcl", "service").set("rules", List.of(rule));
    }

    private static Map<String, Object> size(String action, String operator, int bytes, String oversize) {
        return Map.of(
                "action",
                Map.of(action, Map.of()),
                "statement",
                Map.of(
                        "sizeConstraintStatement",
                        Map.of(
                                "comparisonOperator", operator,
                                "size", bytes,
                                "fieldToMatch", Map.of("body", Map.of("oversizeHandling", oversize)))));
    }

    private static Map<String, Object> common(List<Map<String, Object>> overrides) {
        return Map.of(
                "overrideAction",
                Map.of("none", Map.of()),
                "statement",
                Map.of(
                        "managedRuleGroupStatement",
                        Map.of("name", "AWSManagedRulesCommonRuleSet", "ruleActionOverrides", overrides)));
    }
}
