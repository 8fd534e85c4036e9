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

class ListenerHeadersWeakenNothingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ListenerHeadersWeakenNothing();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the service's own headers", stack(listener())),
                passes("strong ones", stack(with("XContentTypeOptions", "nosniff"), with("XFrameOptions", "DENY"))),
                passes("a policy", stack(with("ContentSecurityPolicy", "default-src 'none'; img-src 'self'"))),
                passes("two years of HTTPS", stack(with("StrictTransportSecurity", "max-age=63072000"))),
                fails("sniffing", stack(with("XContentTypeOptions", "none")), "XContentTypeOptions"),
                fails("frames of everybody", stack(with("XFrameOptions", "ALLOWALL")), "XFrameOptions"),
                fails("any source", stack(with("ContentSecurityPolicy", "default-src *")), "ContentSecurityPolicy"),
                fails(
                        "inline scripts",
                        stack(with("ContentSecurityPolicy", "script-src 'unsafe-inline'")),
                        "ContentSecurityPolicy"),
                fails("HTTPS for a minute", stack(with("StrictTransportSecurity", "max-age=60")), "StrictTransport"),
                fails("credentials", stack(with("AccessControlAllowCredentials", "true")), "AllowCredentials"),
                fails(
                        "the server's name",
                        stack(listener().set("routingHttpResponseServerEnabled", true)),
                        "ServerEnabled"),
                unknown(
                        "a header from outputs",
                        stack(listener().unknown("routingHttpResponseXFrameOptionsHeaderValue"))),
                notApplicable("no listener", stack()));
    }

    private static ResourceBuilder with(String header, String value) {
        return listener(header).set("routingHttpResponse" + header + "HeaderValue", value);
    }

    private static ResourceBuilder listener() {
        return listener("l");
    }

    private static ResourceBuilder listener(String name) {
        return resource("aws:lb/listener:Listener", name);
    }
}
