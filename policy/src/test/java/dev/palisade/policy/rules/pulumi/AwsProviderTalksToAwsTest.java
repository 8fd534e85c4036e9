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

class AwsProviderTalksToAwsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AwsProviderTalksToAws();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("AWS", stack(provider())),
                passes("an empty text as endpoints", stack(provider().set("endpoints", ""))),
                fails(
                        "no checks",
                        stack(provider().set("skipCredentialsValidation", "true")),
                        "skipCredentialsValidation"),
                fails("any answer", stack(provider().set("skipRequestingAccountId", true)), "skipRequestingAccountId"),
                fails("no TLS checks", stack(provider().set("insecure", true)), "insecure"),
                fails("a short cut in another word", stack(provider().set("insecure", "1")), "insecure"),
                fails(
                        "foreign endpoints",
                        stack(provider().set("endpoints", "[{\"s3\":\"http://localhost\"}]")),
                        "endpoints"),
                fails("a proxy", stack(provider().set("httpsProxy", "http://proxy.example.com")), "httpsProxy"),
                fails("somebody's certificates", stack(provider().set("customCaBundle", "ca.pem")), "customCaBundle"),
                unknown("endpoints are not known yet", stack(provider().unknown("endpoints"))),
                notApplicable("no provider", stack()));
    }

    private static ResourceBuilder provider() {
        return resource("pulumi:providers:aws", "aws").set("region", "eu-central-1");
    }
}
