package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Load balancers close connections that say nothing",
        severity = Severity.LOW,
        rows = {Row.C12, Row.A1},
        controls = {"NIST 800-53 SC-5", "NIST 800-53 SC-10", "PCI DSS 8.2.8", "SOC 2 A1.1"},
        why = "Clients that hold connections open for an hour exhaust the service at no cost to themselves.",
        remedy = "Close them after a minute or two, and sooner than the service does.",
        snippet = "LoadBalancerArgs.builder().idleTimeout(60)")
public final class LoadBalancerClosesIdleConnections implements ResourcePolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property IDLE = Property.of(BALANCER, "idleTimeout");
    private static final Property LIFE = Property.of(BALANCER, "clientKeepAlive");
    private static final int LONGEST_LIFE_SECONDS = 3600;
    private static final int MOST_SECONDS = 300;

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer) {
        Truth closes = balancer.get(IDLE).isPresent().not().or(() -> balancer.get(IDLE)
                .atMost(MOST_SECONDS)
                .and(balancer.get(IDLE).atLeast(1)));
        return Verdict.require(closes, "keeps idle connections for more than 300 seconds, or for none: idleTimeout")
                .and(Verdict.require(
                        balancer.get(LIFE).isPresent().not().or(() -> balancer.get(LIFE)
                                .atMost(LONGEST_LIFE_SECONDS)),
                        "keeps a client's connection for longer than an hour: clientKeepAlive"));
    }
}
