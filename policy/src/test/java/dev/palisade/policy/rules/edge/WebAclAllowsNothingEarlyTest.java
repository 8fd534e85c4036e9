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

class WebAclAllowsNothingEarlyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclAllowsNothingEarly();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("block, then allow", stack(acl(List.of(rule("rate", 0, "block"), rule("rest", 1, "allow"))))),
                passes("no rule that allows", stack(acl(List.of(rule("rate", 0, "block"))))),
                fails(
                        "allow, then block",
                        stack(acl(List.of(rule("rate", 5, "block"), rule("partner", 1, "allow")))),
                        "rule partner"),
                fails(
                        "a group that allows",
                        stack(resource("aws:wafv2/ruleGroup:RuleGroup", "own")
                                .set("rules", List.of(rule("partner", 0, "allow")))),
                        "a group with a rule that allows"),
                passes(
                        "a group that blocks",
                        stack(resource("aws:wafv2/ruleGroup:RuleGroup", "own")
                                .set("rules", List.of(rule("bots", 0, "block"))))),
                unknown(
                        "an action not known yet",
                        stack(acl(List.of(
                                Map.of("name", "x", "priority", 0, "action", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
                                rule("rate", 1, "block"))))),
                unknown(
                        "rules not known yet",
                        stack(resource("aws:wafv2/webAcl:WebAcl", "service").unknown("rules"))),
                notApplicable("no ACL", stack()));
    }

    private static ResourceBuilder acl(List<Map<String, Object>> rules) {
        return resource("aws:wafv2/webAcl:WebAcl", "service").set("rules", rules);
    }

    private static Map<String, Object> rule(String name, int priority, String action) {
        return Map.of("name", name, "priority", priority, "action", Map.of(action, Map.of()));
    }
}
