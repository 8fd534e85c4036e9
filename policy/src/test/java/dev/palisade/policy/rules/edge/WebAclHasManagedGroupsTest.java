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

class WebAclHasManagedGroupsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclHasManagedGroups();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all of them", stack(acl(GROUPS))),
                fails(
                        "no rules",
                        stack(resource("aws:wafv2/webAcl:WebAcl", "service")),
                        "AWSManagedRulesCommonRuleSet"),
                fails("one is missing", stack(acl(GROUPS.subList(1, 5))), "AWSManagedRulesCommonRuleSet"),
                fails(
                        "another vendor's",
                        stack(resource("aws:wafv2/webAcl:WebAcl", "service")
                                .set("rules", List.of(rule("Other", "AWSManagedRulesSQLiRuleSet")))),
                        "AWSManagedRulesSQLiRuleSet"),
                unknown(
                        "rules not known yet",
                        stack(resource("aws:wafv2/webAcl:WebAcl", "service").unknown("rules"))),
                notApplicable("no ACL", stack()));
    }

    private static final List<String> GROUPS = List.of(
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesLinuxRuleSet",
            "AWSManagedRulesSQLiRuleSet");

    private static ResourceBuilder acl(List<String> groups) {
        return resource("aws:wafv2/webAcl:WebAcl", "service")
                .set("rules", groups.stream().map(group -> rule("AWS", group)).toList());
    }

    private static Map<String, Object> rule(String vendor, String group) {
        return Map.of(
                "name",
                group,
                "statement",
                Map.of("managedRuleGroupStatement", Map.of("vendorName", vendor, "name", group)));
    }
}
