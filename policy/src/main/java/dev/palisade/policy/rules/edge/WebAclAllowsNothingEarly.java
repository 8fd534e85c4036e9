package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "No rule of a web ACL allows a request before the blocking ones have seen it",
        severity = Severity.CRITICAL,
        rows = {Row.C11, Row.X7, Row.C12},
        controls = {"NIST 800-53 SC-7(5)", "PCI DSS 6.4.2", "SOC 2 CC6.6"},
        why = "Allow ends the evaluation: what an early rule allows is never inspected and never limited.",
        remedy = "Remove the rule, or let it add a label that later rules look at.",
        snippet = "WebAclRuleActionArgs.builder().block(WebAclRuleActionBlockArgs.builder().build())")
public final class WebAclAllowsNothingEarly implements ResourcePolicy {
    private static final String GROUP = "aws:wafv2/ruleGroup:RuleGroup";
    private static final Property GROUP_RULES = Property.of(GROUP, "rules");
    private static final Property GROUP_ACTION = Property.of(GROUP, "rules[].action");
    private static final Property GROUP_ALLOW = Property.of(GROUP, "rules[].action.allow");

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL, GROUP);
    }

    @Override
    public Verdict check(Resource acl) {
        if (acl.is(GROUP)) {
            return Verdict.require(
                    acl.get(GROUP_RULES)
                            .any(rule -> rule.get(GROUP_ACTION).get(GROUP_ALLOW).isPresent())
                            .not(),
                    "is a group with a rule that allows, before the rules of whatever web ACL takes it in");
        }
        List<WebAclRule> rules = WebAclRule.of(acl);
        double last = rules.stream()
                .filter(rule -> rule.allows() != Truth.TRUE)
                .mapToDouble(WebAclRule::priority)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        Verdict verdict = Verdict.PASS;
        for (WebAclRule rule : rules) {
            Truth late = Truth.of(rule.priority() > last);
            verdict = verdict.and(Verdict.require(
                    rule.allows().not().or(late), "rule " + rule.name() + " allows before other rules block"));
        }
        return verdict;
    }
}
