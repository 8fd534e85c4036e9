package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Every load balancer has an encrypted listener, and none but 80 and 443",
        severity = Severity.HIGH,
        rows = {Row.C10, Row.X5, Row.A1},
        controls = {"NIST 800-53 SC-8", "PCI DSS 4.2.1", "SOC 2 CC6.7", "Security Hub ELB.18"},
        why = "A load balancer that speaks no TLS leaves its clients no choice but plain text.",
        remedy = "Add an HTTPS listener on port 443; remove listeners on other ports.",
        snippet = "ListenerArgs.builder().loadBalancerArn(loadBalancer.arn()).port(443).protocol(\"HTTPS\")")
public final class LoadBalancerServesHttps implements RelationPolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final Property TYPE = Property.of(BALANCER, "loadBalancerType");
    private static final Property OF = Property.of(LISTENER, "loadBalancerArn");
    private static final Property PROTOCOL = Property.of(LISTENER, "protocol");
    private static final Property PORT = Property.of(LISTENER, "port");

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer, Graph graph) {
        if (balancer.get(TYPE).is("gateway") == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Targets listeners = graph.referrers(balancer, OF);
        Verdict verdict = Verdict.require(
                listeners.any(listener -> listener.get(PROTOCOL)
                        .isOneOf("HTTPS", "TLS")
                        .and(listener.get(PORT).is("443"))),
                "has no HTTPS listener on port 443");
        for (Resource listener : listeners.resources()) {
            verdict = verdict.and(Verdict.require(
                            listener.get(PORT).isOneOf("80", "443"),
                            "listens on port " + listener.get(PORT).text().orElse("not given")))
                    .and(Verdict.require(
                            listener.get(PROTOCOL).isOneOf("HTTPS", "TLS", "HTTP"),
                            "has a listener of the protocol "
                                    + listener.get(PROTOCOL).text().orElse("not given")));
        }
        return verdict;
    }
}
