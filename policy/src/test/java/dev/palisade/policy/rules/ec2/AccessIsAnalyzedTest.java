package dev.palisade.policy.rules.ec2;

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

class AccessIsAnalyzedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AccessIsAnalyzed();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder role = resource("aws:iam/role:Role", "r");
        return List.of(
                passes("an analyzer", stack(role, analyzer().set("type", "ACCOUNT"))),
                passes("AWS's default type", stack(role, analyzer())),
                fails("none", stack(role), "no analyzer"),
                fails(
                        "one of what is unused",
                        stack(role, analyzer().set("type", "ACCOUNT_UNUSED_ACCESS")),
                        "no analyzer"),
                unknown("a type from outputs", stack(role, analyzer().unknown("type"))),
                notApplicable("no roles", stack()));
    }

    private static ResourceBuilder analyzer() {
        return resource("aws:accessanalyzer/analyzer:Analyzer", "a");
    }
}
