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

class WebAclIsMeasuredTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclIsMeasured();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("measured and sampled", stack(acl())),
                fails("no samples", stack(acl().set("visibilityConfig.sampledRequestsEnabled", false)), "no samples"),
                fails("no metrics", stack(acl().unset("visibilityConfig.cloudwatchMetricsEnabled")), "no metrics"),
                fails("a rule without", stack(acl().set("rules", List.of(Map.of("name", "rate")))), "has a rule"),
                unknown("not known yet", stack(acl().unknown("visibilityConfig"))),
                notApplicable("no ACL", stack()));
    }

    private static ResourceBuilder acl() {
        Map<String, Object> on = Map.of("cloudwatchMetricsEnabled", true, "sampledRequestsEnabled", true);
        return resource("aws:wafv2/webAcl:WebAcl", "service")
                .set("visibilityConfig", on)
                .set("rules", List.of(Map.of("name", "rate", "visibilityConfig", on)));
    }
}
