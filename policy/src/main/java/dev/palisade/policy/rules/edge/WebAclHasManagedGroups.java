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
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Web ACLs have AWS's rule groups against common attacks",
        severity = Severity.HIGH,
        rows = {Row.C11, Row.X7},
        controls = {
            "NIST 800-53 SI-3",
            "PCI DSS 6.4.2",
            "HIPAA 164.308(a)(5)(ii)(B)",
            "SOC 2 CC6.8",
            "Security Hub WAF.10"
        },
        why = "An ACL without rules lets everything through; these groups follow the attacks that are about.",
        remedy = "Add the missing group with the override action none.",
        snippet =
                "WebAclRuleStatementManagedRuleGroupStatementArgs.builder().vendorName(\"AWS\").name(\"AWSManagedRulesCommonRuleSet\")")
public final class WebAclHasManagedGroups implements ResourcePolicy {
    private static final List<String> GROUPS = List.of(
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesLinuxRuleSet",
            "AWSManagedRulesSQLiRuleSet");
    private static final Property NAME =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.name");
    private static final Property VERSION =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.version");
    private static final Property VENDOR =
            Property.of(WebAclRule.ACL, "rules[].statement.managedRuleGroupStatement.vendorName");

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL);
    }

    @Override
    public Verdict check(Resource acl) {
        List<WebAclRule> rules = WebAclRule.of(acl);
        Verdict verdict = Verdict.PASS;
        for (String group : GROUPS) {
            Truth present = Truth.FALSE;
            for (WebAclRule rule : rules) {
                Value managed = rule.managedGroup();
                present = present.or(managed.get(NAME).is(group).and(() -> managed.get(VENDOR)
                        .is("AWS")
                        .and(managed.get(VERSION).isPresent().not())));
            }
            verdict = verdict.and(Verdict.require(present, "has no rule with " + group + ", or an old version of it"));
        }
        return verdict;
    }
}
