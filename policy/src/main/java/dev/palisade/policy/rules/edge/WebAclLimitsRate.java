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
        title = "Web ACLs block clients that ask too often",
        severity = Severity.HIGH,
        rows = {Row.C12, Row.C11, Row.X7},
        controls = {"NIST 800-53 SC-5", "PCI DSS 6.4.2", "HIPAA 164.308(a)(1)(ii)(B)", "SOC 2 A1.1", "GDPR 32(1)(b)"},
        why = "Without a limit that bites, one client can guess passwords or take the service down.",
        remedy = "Block addresses beyond 2,000 requests in five minutes, for all requests.",
        snippet = "WebAclRuleStatementRateBasedStatementArgs.builder().aggregateKeyType(\"IP\").limit(2000)")
public final class WebAclLimitsRate implements ResourcePolicy {
    private static final double MOST_PER_SECOND = 2000 / 300d;
    /** What WAF takes: its least limit, and its windows in seconds. */
    private static final int LEAST = 10;

    private static final Set<Integer> WINDOWS = Set.of(60, 120, 300, 600);
    private static final Property LIMIT = Property.of(WebAclRule.ACL, "rules[].statement.rateBasedStatement.limit");
    private static final Property WINDOW =
            Property.of(WebAclRule.ACL, "rules[].statement.rateBasedStatement.evaluationWindowSec");
    private static final Property KEY =
            Property.of(WebAclRule.ACL, "rules[].statement.rateBasedStatement.aggregateKeyType");
    private static final Property SCOPE_DOWN =
            Property.of(WebAclRule.ACL, "rules[].statement.rateBasedStatement.scopeDownStatement");

    @Override
    public Set<String> types() {
        return Set.of(WebAclRule.ACL);
    }

    @Override
    public Verdict check(Resource acl) {
        Truth limited = Truth.FALSE;
        for (WebAclRule rule : WebAclRule.of(acl)) {
            limited = limited.or(rule.rate().isPresent().and(rule.blocks()).and(() -> bites(rule.rate())));
        }
        return Verdict.require(limited, "has no rule that blocks each address beyond 2000 requests in five minutes");
    }

    /** A forwarded address is the client's own word, and a scope-down leaves requests uncounted. */
    private static Truth bites(Value rate) {
        Value window = rate.get(WINDOW).isMissing() ? Value.of("300") : rate.get(WINDOW);
        Truth low = window.number()
                .map(seconds -> Truth.of(WINDOWS.contains(seconds.intValue()))
                        .and(rate.get(LIMIT).atMost(MOST_PER_SECOND * seconds))
                        .and(rate.get(LIMIT).atLeast(LEAST)))
                .orElse(Truth.UNKNOWN);
        Truth perAddress = rate.get(KEY).isPresent().not().or(rate.get(KEY).is("IP"));
        return low.and(perAddress).and(rate.get(SCOPE_DOWN).isPresent().not());
    }
}
