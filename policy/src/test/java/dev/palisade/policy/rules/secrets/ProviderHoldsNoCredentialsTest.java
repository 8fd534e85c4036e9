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
                passes("none", stack(provider())),
                passes("an empty profile", stack(provider().set("profile", ""))),
                fails("keys", stack(provider().set("accessKey", "AKIA").secret("secretKey", "x")), "accessKey"),
                fails("a secret key, though marked", stack(provider().secret("secretKey", "x")), "secretKey"),
                fails("a token that is not known yet", stack(provider().unknown("token")), "token"),
                fails("somebody's profile", stack(provider().set("profile", "admin")), "profile"),
                fails(
                        "credentials of another machine",
                        stack(provider().set("ec2MetadataServiceEndpoint", "http://metadata.example.com")),
                        "ec2MetadataServiceEndpoint"),
                fails(
                        "somebody's files",
                        stack(provider().set("sharedConfigFiles", "[\"config\"]")),
                        "sharedConfigFiles"),
                unknown("a profile from outputs", stack(provider().unknown("profile"))),
                notApplicable("a default provider", stack(resource("pulumi:providers:aws", "default"))));
    }

    private static ResourceBuilder provider() {
        return resource("pulumi:providers:aws", "aws").set("region", "eu-central-1");
    }
}
