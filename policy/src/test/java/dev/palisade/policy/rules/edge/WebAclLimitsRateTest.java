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

class WebAclLimitsRateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclLimitsRate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("2000 in five minutes", stack(acl("block", Map.of("limit", 2000, "aggregateKeyType", "IP")))),
                passes("400 in a minute", stack(acl("block", Map.of("limit", 400, "evaluationWindowSec", 60)))),
                fails("no rules", stack(resource("aws:wafv2/webAcl:WebAcl", "service")), "has no rule"),
                fails("a limit that nobody meets", stack(acl("block", Map.of("limit", 2_000_000_000))), "2000"),
                fails(
                        "2000 in a minute",
                        stack(acl("block", Map.of("limit", 2000, "evaluationWindowSec", 60))),
                        "2000"),
                fails("a rule that counts", stack(acl("count", Map.of("limit", 100))), "blocks"),
                fails(
                        "a constant key",
                        stack(acl("block", Map.of("limit", 100, "aggregateKeyType", "FORWARDED_IP"))),
                        "each address"),
                fails(
                        "a scope-down",
                        stack(acl("block", Map.of("limit", 100, "scopeDownStatement", Map.of("x", 1)))),
                        "has no rule"),
                unknown(
                        "a limit not known yet",
                        stack(acl("block", Map.of("limit", "04da6b54-80e4-46f7-96ec-b56ff0331ba9")))),
                notApplicable("no ACL", stack()));
    }

    private static ResourceBuilder acl(String action, Map<String, Object> rate) {
        return resource("aws:wafv2/webAcl:WebAcl", "service")
                .set(
                        "rules",
                        List.of(Map.of(
                                "name", "rate",
                                "action", Map.of(action, Map.of()),
                                "statement", Map.of("rateBasedStatement", rate))));
    }
}
