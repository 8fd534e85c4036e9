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

class ListenerAllowsNamedOriginsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ListenerAllowsNamedOrigins();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("nothing said", stack(listener())),
                passes("one origin", stack(listener().set(ORIGIN, "https://www.example.com"))),
                fails("every origin", stack(listener().set(ORIGIN, "*")), "every origin"),
                unknown("not known yet", stack(listener().unknown(ORIGIN))),
                notApplicable("no listener", stack()));
    }

    private static final String ORIGIN = "routingHttpResponseAccessControlAllowOriginHeaderValue";

    private static ResourceBuilder listener() {
        return resource("aws:lb/listener:Listener", "https");
    }
}
