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
import java.util.stream.Stream;

class WebAclLogHidesCredentialsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WebAclLogHidesCredentials();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both headers", stack(logging("authorization", "cookie"))),
                passes("in any case", stack(logging("Authorization", "Cookie"))),
                fails("none", stack(logging()), "authorization"),
                fails("cookies only", stack(logging("cookie")), "authorization"),
                fails("another header", stack(logging("authorization", "accept")), "cookie"),
                unknown("not known yet", stack(logging().unknown("redactedFields"))),
                notApplicable("no log", stack()));
    }

    private static ResourceBuilder logging(String... headers) {
        return resource("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "service")
                .set(
                        "redactedFields",
                        Stream.of(headers)
                                .map(header -> Map.of("singleHeader", Map.of("name", header)))
                                .toList());
    }
}
