package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** Judges listeners of both protocols and the rules on them: a rule is asked before the listener's own action. */
@PolicyInfo(
        title = "Plain HTTP is answered with a redirect to HTTPS and nothing else",
        severity = Severity.HIGH,
        rows = {Row.C10, Row.X5, Row.A1},
        controls = {
            "CIS EKS 5.4.5",
            "NIST 800-53 SC-8(1)",
            "PCI DSS 4.2.1",
            "HIPAA 164.312(e)(2)(ii)",
            "SOC 2 CC6.7",
            "GDPR 32(1)(a)",
            "Security Hub ELB.1"
        },
        why = "A listener or a single rule that serves over HTTP gives tokens and data to everyone on the way.",
        remedy = "Redirect to port 443 of the same host; let no rule of an HTTP listener forward.",
        snippet =
                "ListenerDefaultActionRedirectArgs.builder().protocol(\"HTTPS\").port(\"443\").statusCode(\"HTTP_301\")")
public final class AlbListenerRedirectsToHttps implements RelationPolicy {
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String RULE = "aws:lb/listenerRule:ListenerRule";
    private static final Property PROTOCOL = Property.of(LISTENER, "protocol");
    private static final Property PORT = Property.of(LISTENER, "port");
    private static final Property CERTIFICATE = Property.of(LISTENER, "certificateArn");
    private static final Property RULE_LISTENER = Property.of(RULE, "listenerArn");

    @Override
    public Set<String> types() {
        return Set.of(LISTENER, RULE);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        Truth plain = resource.is(RULE)
                ? graph.targets(resource, RULE_LISTENER, LISTENER).any(AlbListenerRedirectsToHttps::isPlain)
                : isPlain(resource);
        Verdict verdict = Verdict.PASS;
        for (ListenerAction action : ListenerAction.of(resource)) {
            verdict = verdict.and(Verdict.require(
                            plain.not().or(action::redirectsToHttps),
                            "does not redirect plain HTTP to HTTPS on port 443 for good"))
                    .and(Verdict.require(action.redirectsToHttp().not(), "redirects to plain HTTP"))
                    .and(Verdict.require(action.staysAtHost(), "redirects to another host"));
        }
        return resource.is(LISTENER)
                ? verdict.and(
                        Verdict.require(Truth.of(!ListenerAction.of(resource).isEmpty()), "has no default action"))
                : verdict;
    }

    /** Without a protocol AWS takes HTTP for a listener that has no certificate. */
    private static Truth isPlain(Resource listener) {
        Value protocol = listener.get(PROTOCOL);
        return protocol.isMissing()
                ? listener.get(CERTIFICATE)
                        .isPresent()
                        .not()
                        .or(listener.get(PORT).is("80"))
                : protocol.is("HTTP");
    }
}
