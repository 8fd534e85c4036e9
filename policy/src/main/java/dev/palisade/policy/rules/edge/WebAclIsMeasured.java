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
        title = "Web ACLs and their rules are measured and sampled",
        severity = Severity.LOW,
        rows = {Row.C11, Row.X10},
        controls = {"NIST 800-53 SI-4", "PCI DSS 10.4.1", "SOC 2 CC7.2", "Security Hub WAF.12"},
        why = "Alarms on blocked requests need the metrics, and their investigation the samples.",
        remedy = "Switch both on for the ACL and for each rule.",
        snippet = "WebAclVisibilityConfigArgs.builder().cloudwatchMetricsEnabled(true).sampledRequestsEnabled(true)")
public final class WebAclIsMeasured implements ResourcePolicy {
    private static final Property VISIBILITY = Property.of(WebAclRule.ACL, "visibilityConfig");
    private static final Property METRICS = Property.of(WebAclRule.ACL, "visibilityConfig.cloudwatchMetricsEnabled");
    private static final Property SAMPLES = Property.of(WebAclRule.ACL, "visibilityConfig.sampledRequestsEnabled");
    private static final Property RULES = Property.of(WebAclRule.ACL, "rules");
    private static final Property RULE_VISIBILITY = Property.of(WebAclRule.ACL, "rules[].visibilityConfig");

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL);
    }

    @Override
    public Verdict check(Resource acl) {
        Truth rules = acl.get(RULES).all(rule -> isMeasured(rule.get(RULE_VISIBILITY)));
        return Verdict.require(isMeasured(acl.get(VISIBILITY)), "has no metrics or no samples")
                .and(Verdict.require(rules, "has a rule without metrics or samples"));
    }

    private static Truth isMeasured(Value visibility) {
        return visibility.get(METRICS).isTrue().and(visibility.get(SAMPLES).isTrue());
    }
}
