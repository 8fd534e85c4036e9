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

class WebAclRulesBlockTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclRulesBlock();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a group that keeps its actions", stack(acl(group("none", Map.of())))),
                passes("an own rule that blocks", stack(acl(own("block")))),
                passes("a rule that asks for a captcha", stack(acl(own("captcha")))),
                fails("a group in count mode", stack(acl(group("count", Map.of()))), "overrideAction is not none"),
                fails(
                        "an own rule without an action",
                        stack(acl(Map.of("name", "own", "statement", Map.of()))),
                        "only counts"),
                fails("an own rule that counts", stack(acl(own("count"))), "only counts"),
                fails(
                        "one rule of a group in count mode",
                        stack(acl(group(
                                "none",
                                Map.of(
                                        "ruleActionOverrides",
                                        List.of(Map.of(
                                                "name", "Log4JRCE", "actionToUse", Map.of("count", Map.of()))))))),
                        "what Log4JRCE finds"),
                fails(
                        "a group narrowed",
                        stack(acl(group(
                                "none",
                                Map.of(
                                        "scopeDownStatement",
                                        Map.of("geoMatchStatement", Map.of("countryCodes", List.of("AQ"))))))),
                        "a part of the requests"),
                fails(
                        "no override action",
                        stack(acl(Map.of("name", "common", "statement", managed(Map.of())))),
                        "not none"),
                unknown(
                        "rules not known yet",
                        stack(resource("aws:wafv2/webAcl:WebAcl", "service").unknown("rules"))),
                notApplicable("no ACL", stack()));
    }

    private static ResourceBuilder acl(Map<String, Object> rule) {
        return resource("aws:wafv2/webAcl:WebAcl", "service").set("rules", List.of(rule));
    }

    private static Map<String, Object> managed(Map<String, Object> more) {
        return Map.of("managedRuleGroupStatement", more);
    }

    private static Map<String, Object> group(String override, Map<String, Object> more) {
        return Map.of("name", "common", "overrideAction", Map.of(override, Map.of()), "statement", managed(more));
    }

    private static Map<String, Object> own(String action) {
        return Map.of(
                "name", "own", "action", Map.of(action, Map.of()), "statement", Map.of("geoMatchStatement", Map.of()));
    }
}
