package dev.palisade.policy.rules.observability;

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

class SubscriptionIsConfidentialTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubscriptionIsConfidential();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a mailbox", stack(subscription("email", "ops@example.org"))),
                passes("HTTPS", stack(subscription("https", "https://alerts.example.org"))),
                fails("HTTP", stack(subscription("http", "http://alerts.example.org")), "plain text"),
                fails("no endpoint", stack(subscription("email", "")), "no endpoint"),
                unknown(
                        "an endpoint from outputs",
                        stack(subscription("sqs", "x").unknown("endpoint"))),
                notApplicable("no subscription", stack()));
    }

    private static ResourceBuilder subscription(String protocol, String endpoint) {
        return resource(Topics.SUBSCRIPTION, "s").set("protocol", protocol).set("endpoint", endpoint);
    }
}
