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

class AlbListenerRedirectsToHttpsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AlbListenerRedirectsToHttps();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a redirect", stack(http())),
                passes("HTTPS that forwards", stack(https(), rule(https(), forward()))),
                passes("a rule that redirects too", stack(http(), rule(http(), redirect("HTTPS", "443")))),
                fails("a forward", stack(http().set("defaultActions", List.of(forward()))), "does not redirect"),
                fails("a rule round the redirect", stack(http(), rule(http(), forward())), "does not redirect"),
                fails(
                        "a redirect for this time",
                        stack(http().set(
                                        "defaultActions",
                                        List.of(Map.of(
                                                "type",
                                                "redirect",
                                                "redirect",
                                                Map.of(
                                                        "protocol",
                                                        "HTTPS",
                                                        "port",
                                                        "443",
                                                        "statusCode",
                                                        "HTTP_302"))))),
                        "does not redirect"),
                fails(
                        "a redirect to HTTP",
                        stack(http().set("defaultActions", List.of(redirect("HTTP", "443")))),
                        "plain HTTP"),
                fails(
                        "a redirect to another port",
                        stack(http().set("defaultActions", List.of(redirect("HTTPS", "80")))),
                        "443"),
                fails(
                        "a redirect to another host",
                        stack(http().set(
                                        "defaultActions",
                                        List.of(Map.of(
                                                "type",
                                                "redirect",
                                                "redirect",
                                                Map.of("protocol", "HTTPS", "port", "443", "host", "evil.example"))))),
                        "another host"),
                fails(
                        "HTTPS that goes back to HTTP",
                        stack(https(), rule(https(), redirect("HTTP", "80"))),
                        "to plain HTTP"),
                fails("no action", stack(http().unset("defaultActions")), "no default action"),
                fails(
                        "no protocol",
                        stack(resource("aws:alb/listener:Listener", "x").set("defaultActions", List.of(forward()))),
                        "does not redirect"),
                unknown("a protocol not known yet", stack(https().unknown("protocol"))),
                notApplicable("no listener", stack()));
    }

    private static ResourceBuilder http() {
        return resource("aws:lb/listener:Listener", "http")
                .set("protocol", "HTTP")
                .set("defaultActions", List.of(redirect("HTTPS", "443")));
    }

    private static ResourceBuilder https() {
        return resource("aws:lb/listener:Listener", "https")
                .set("protocol", "HTTPS")
                .set("defaultActions", List.of(forward()));
    }

    private static ResourceBuilder rule(ResourceBuilder listener, Map<String, Object> action) {
        return resource("aws:lb/listenerRule:ListenerRule", "rule")
                .refer("listenerArn", listener)
                .set("actions", List.of(action));
    }

    private static Map<String, Object> forward() {
        return Map.of("type", "forward", "targetGroupArn", "arn:aws:elasticloadbalancing:tg");
    }

    private static Map<String, Object> redirect(String protocol, String port) {
        return Map.of(
                "type", "redirect", "redirect", Map.of("protocol", protocol, "port", port, "statusCode", "HTTP_301"));
    }
}
