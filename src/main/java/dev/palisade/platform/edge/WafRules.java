package dev.palisade.platform.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementGeoMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementNotStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementSizeConstraintStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementSizeConstraintStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementSizeConstraintStatementFieldToMatchBodyArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementSizeConstraintStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import dev.palisade.platform.settings.EdgeSettings;
import java.util.ArrayList;
import java.util.List;

/** The firewall's rules in their order; each of them blocks, none allows early. */
final class WafRules {

    /** WAF sees this much of a body in front of a load balancer; what is longer could hide the rest. */
    private static final int INSPECTED_BODY_BYTES = 8192;

    private static final int RATE_WINDOW_SECONDS = 300;

    private static final List<String> MANAGED_GROUPS = List.of(
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "AWSManagedRulesLinuxRuleSet",
            "AWSManagedRulesSQLiRuleSet");

    private final List<WebAclRuleArgs> rules = new ArrayList<>();

    private WafRules() {}

    static List<WebAclRuleArgs> of(EdgeSettings edge) {
        var rules = new WafRules();
        if (!edge.countries().isEmpty()) {
            rules.block("other-countries", notFrom(edge.countries()));
        }
        rules.block("rate", rate(edge.rateLimit()));
        rules.block("uninspected-body", largeBody());
        MANAGED_GROUPS.forEach(rules::managed);
        return rules.rules;
    }

    private void block(String name, WebAclRuleStatementArgs statement) {
        rules.add(rule(name)
                .action(WebAclRuleActionArgs.builder()
                        .block(WebAclRuleActionBlockArgs.builder().build())
                        .build())
                .statement(statement)
                .build());
    }

    private void managed(String group) {
        var statement = WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                .vendorName("AWS")
                .name(group)
                .build();
        rules.add(rule(group)
                // "None" leaves the group's own actions, which block; "count" would switch them off.
                .overrideAction(WebAclRuleOverrideActionArgs.builder()
                        .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                        .build())
                .statement(WebAclRuleStatementArgs.builder()
                        .managedRuleGroupStatement(statement)
                        .build())
                .build());
    }

    private WebAclRuleArgs.Builder rule(String name) {
        return WebAclRuleArgs.builder()
                .name(name)
                .priority(rules.size())
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(name)
                        .sampledRequestsEnabled(true)
                        .build());
    }

    private static WebAclRuleStatementArgs notFrom(List<String> countries) {
        return WebAclRuleStatementArgs.builder()
                .notStatement(WebAclRuleStatementNotStatementArgs.builder()
                        .statements(WebAclRuleStatementArgs.builder()
                                .geoMatchStatement(WebAclRuleStatementGeoMatchStatementArgs.builder()
                                        .countryCodes(countries)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static WebAclRuleStatementArgs rate(int limit) {
        return WebAclRuleStatementArgs.builder()
                .rateBasedStatement(WebAclRuleStatementRateBasedStatementArgs.builder()
                        .aggregateKeyType("IP")
                        .limit(limit)
                        .evaluationWindowSec(RATE_WINDOW_SECONDS)
                        .build())
                .build();
    }

    private static WebAclRuleStatementArgs largeBody() {
        return WebAclRuleStatementArgs.builder()
                .sizeConstraintStatement(WebAclRuleStatementSizeConstraintStatementArgs.builder()
                        .fieldToMatch(WebAclRuleStatementSizeConstraintStatementFieldToMatchArgs.builder()
                                .body(WebAclRuleStatementSizeConstraintStatementFieldToMatchBodyArgs.builder()
                                        .oversizeHandling("MATCH")
                                        .build())
                                .build())
                        .comparisonOperator("GT")
                        .size(INSPECTED_BODY_BYTES)
                        .textTransformations(WebAclRuleStatementSizeConstraintStatementTextTransformationArgs.builder()
                                .priority(0)
                                .type("NONE")
                                .build())
                        .build())
                .build();
    }
}
