package dev.palisade.policy.rules.secrets;

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

class ProviderHoldsNoCredentialsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ProviderHoldsNoCredentials();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an account", stack(provider())),
                fails("keys", stack(provider().set("accessKey", "AKIA").secret("secretKey", "x")), "accessKey"),
                fails("a secret key, though marked", stack(provider().secret("secretKey", "x")), "secretKey"),
                fails(
                        "any account",
                        stack(provider().unset("allowedAccountIds").set("region", "eu-central-1")),
                        "any account"),
                fails("no certificates", stack(provider().set("insecure", "true")), "insecure"),
                unknown("an account from outputs", stack(provider().unknown("allowedAccountIds"))),
                notApplicable("a default provider", stack(resource("pulumi:providers:aws", "default"))));
    }

    private static ResourceBuilder provider() {
        return resource("pulumi:providers:aws", "aws").set("allowedAccountIds", "[\"111122223333\"]");
    }
}
