package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Listeners let no foreign origin read the service's answers",
        severity = Severity.MEDIUM,
        rows = {Row.C10, Row.C13},
        controls = {"NIST 800-53 AC-4", "PCI DSS 6.2.4", "SOC 2 CC6.6"},
        why = "A wildcard written by the load balancer overrules the service's own list of origins.",
        remedy = "Leave CORS to the service.",
        snippet = "ListenerArgs.builder() // without routingHttpResponseAccessControlAllowOriginHeaderValue")
public final class ListenerAllowsNamedOrigins implements ResourcePolicy {
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final Property ORIGIN =
            Property.of(LISTENER, "routingHttpResponseAccessControlAllowOriginHeaderValue");

    @Override
    public Set<String> types() {
        return Set.of(LISTENER);
    }

    @Override
    public Verdict check(Resource listener) {
        return Verdict.require(
                listener.get(ORIGIN).matches(origin -> origin.contains("*")).not(), "allows every origin");
    }
}
