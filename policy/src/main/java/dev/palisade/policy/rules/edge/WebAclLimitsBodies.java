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
import java.util.Set;

@PolicyInfo(
        title = "Web ACLs block bodies beyond what they inspect",
        severity = Severity.MEDIUM,
        rows = {Row.C11, Row.X7},
        controls = {"NIST 800-53 SI-10", "PCI DSS 6.4.2", "SOC 2 CC6.8"},
        why = "WAF reads the first 8 KB of a body in front of a load balancer: an attack behind them passes.",
        remedy = "Block larger bodies with a size constraint whose oversize handling is MATCH.",
        snippet = "WebAclRuleStatementSizeConstraintStatementArgs.builder().comparisonOperator(\"GT\").size(8192)")
public final class WebAclLimitsBodies implements ResourcePolicy {
    private static final String SIZE = "rules[].statement.sizeConstraintStatement";
    private static final Property STATEMENT = Property.of(WebAclRule.ACL, SIZE);
    private static final Property BODY = Property.of(WebAclRule.ACL, SIZE + ".fieldToMatch.body");
    private static final Property FIELD = Property.of(WebAclRule.ACL, SIZE + ".fieldToMatch");
    private static final Property OVERSIZE = Property.of(WebAclRule.ACL, SIZE + ".fieldToMatch.body.oversizeHandling");
    private static final Property OPERATOR = Property.of(WebAclRule.ACL, SIZE + ".comparisonOperator");
    private static final Property BYTES = Property.of(WebAclRule.ACL, SIZE + ".size");
    private static final Property GROUP =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.name");
    private static final Property OVERRIDES =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.ruleActionOverrides");
    private static final Property OVERRIDDEN =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.ruleActionOverrides[].name");
    private static final int INSPECTED_BYTES = 8192;

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL);
    }

    @Override
    public Verdict check(Resource acl) {
        Truth limited = Truth.FALSE;
        for (WebAclRule rule : WebAclRule.of(acl)) {
            limited = limited.or(rule.blocks().and(() -> limits(rule.statement().get(STATEMENT))))
                    .or(rule.keepsActions().and(() -> common(rule.managedGroup())));
        }
        Verdict verdict = Verdict.require(limited, "has no rule that blocks bodies of more than 8192 bytes");
        for (WebAclRule rule : WebAclRule.of(acl)) {
            Value size = rule.statement().get(STATEMENT);
            verdict = verdict.and(Verdict.require(
                    size.isPresent()
                            .not()
                            .or(() -> size.get(FIELD)
                                    .isPresent()
                                    .and(size.get(FIELD).get(BODY).isPresent().not()))
                            .or(() -> limits(size)),
                    "rule " + rule.name() + " lets bodies of more than 8192 bytes through"));
        }
        return verdict;
    }

    private static Truth limits(Value size) {
        Value body = size.get(FIELD).get(BODY);
        return size.get(OPERATOR)
                .isOneOf("GT", "GE")
                .and(size.get(BYTES).atMost(INSPECTED_BYTES))
                .and(size.get(BYTES).atLeast(1))
                .and(body.isPresent())
                .and(body.get(OVERSIZE).isPresent().not().or(body.get(OVERSIZE).is("MATCH")));
    }

    /** The common rule set has a rule of its own for the size. */
    private static Truth common(Value group) {
        return group.get(GROUP)
                .is("AWSManagedRulesCommonRuleSet")
                .and(group.get(OVERRIDES)
                        .any(override -> override.get(OVERRIDDEN).is("SizeRestrictions_BODY"))
                        .not());
    }
}
