package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "The rules of a web ACL block what they find",
        severity = Severity.HIGH,
        rows = {Row.C11, Row.X7},
        controls = {"NIST 800-53 SI-4", "PCI DSS 6.4.2", "HIPAA 164.308(a)(1)(ii)(B)", "SOC 2 CC6.8"},
        why =
                "A rule that only counts, or a group narrowed until it matches nothing, looks like protection and is none.",
        remedy = "Give own rules the action block and groups the override none, without exceptions and scope-down.",
        snippet = "WebAclRuleOverrideActionArgs.builder().none(WebAclRuleOverrideActionNoneArgs.builder().build())")
public final class WebAclRulesBlock implements ResourcePolicy {
    private static final Property OVERRIDES =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.ruleActionOverrides");
    private static final Property OVERRIDE_NAME =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.ruleActionOverrides[].name");
    private static final Property ACTION = Property.of(
            WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.ruleActionOverrides[].actionToUse");
    private static final Property COUNT = ACTION.child("count");
    private static final Property ALLOW = ACTION.child("allow");
    private static final Property SCOPE_DOWN =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.scopeDownStatement");

    private static final Property ANSWERS =
            Property.of(WebAclRule.ACL, "rules[].action.block.customResponse.responseCode");
    private static final int BAD_REQUEST = 400;

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL);
    }

    @Override
    public Verdict check(Resource acl) {
        Verdict verdict = Verdict.require(
                acl.get(ANSWERS).all(answer -> answer.isMissing() ? Truth.TRUE : answer.atLeast(BAD_REQUEST)),
                "a rule answers as if all were well: customResponse.responseCode");
        Set<Double> priorities = new HashSet<>();
        for (WebAclRule rule : WebAclRule.of(acl)) {
            verdict = verdict.and(Verdict.require(
                            Truth.of(rule.hasUnknownPriority() || priorities.add(rule.priority())),
                            "rule " + rule.name() + " has the priority of another one"))
                    .and(Verdict.require(
                            rule.statement().isPresent(), "rule " + rule.name() + " has no statement to match by"));
            verdict = verdict.and(
                    switch (rule.isGroup()) {
                        case TRUE -> group(rule);
                        case FALSE -> Verdict.require(rule.decides(), "rule " + rule.name() + " only counts");
                        case UNKNOWN -> Verdict.unknown("rule " + rule.name() + " is not known yet");
                    });
        }
        return verdict;
    }

    private static Verdict group(WebAclRule rule) {
        Verdict verdict = Verdict.require(
                rule.keepsActions(),
                "rule " + rule.name() + " overrides its group's actions: overrideAction is not none");
        for (Value group : List.of(rule.managedGroup(), rule.referencedGroup())) {
            verdict = verdict.and(Verdict.require(
                    group.get(SCOPE_DOWN).isPresent().not(),
                    "rule " + rule.name() + " inspects a part of the requests"));
            for (Value override : group.get(OVERRIDES).items()) {
                Truth weak = override.get(ACTION)
                        .get(COUNT)
                        .isPresent()
                        .or(override.get(ACTION).get(ALLOW).isPresent());
                verdict = verdict.and(Verdict.require(
                        weak.not(),
                        "rule " + rule.name() + " lets through what "
                                + override.get(OVERRIDE_NAME).text().orElse("a rule of its group") + " finds"));
            }
        }
        return verdict;
    }
}
