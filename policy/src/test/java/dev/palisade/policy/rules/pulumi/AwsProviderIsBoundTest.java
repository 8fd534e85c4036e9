package dev.palisade.policy.rules.pulumi;

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

class AwsProviderIsBoundTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AwsProviderIsBound();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an account and a region", stack(provider())),
                passes("the same as a structure", stack(provider().set("allowedAccountIds", List.of("111122223333")))),
                passes("a region of the government", stack(provider().set("region", "us-gov-west-1"))),
                fails("any region", stack(provider().unset("region")), "region"),
                fails("no region of AWS", stack(provider().set("region", "*")), "region"),
                fails("any account", stack(provider().unset("allowedAccountIds")), "allowedAccountIds"),
                fails("an empty text as accounts", stack(provider().set("allowedAccountIds", "")), "allowedAccountIds"),
                fails("no account", stack(provider().set("allowedAccountIds", "[]")), "allowedAccountIds"),
                fails("an account that is none", stack(provider().set("allowedAccountIds", "444")), "any account"),
                fails(
                        "one account, and any",
                        stack(provider().set("allowedAccountIds", "[\"111122223333\",\"*\"]")),
                        "any account"),
                fails(
                        "the default provider",
                        stack(resource("pulumi:providers:aws", "default_6_83_0")),
                        "allowedAccountIds"),
                unknown("accounts are not known yet", stack(provider().unknown("allowedAccountIds"))),
                notApplicable("no provider", stack()));
    }

    private static ResourceBuilder provider() {
        return resource("pulumi:providers:aws", "aws")
                .set("region", "eu-central-1")
                .set("allowedAccountIds", "[\"111122223333\"]");
    }
}
