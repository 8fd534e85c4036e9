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
        title = "Load balancers reject malformed requests and vouch for the client's address",
        severity = Severity.MEDIUM,
        rows = {Row.C10, Row.C11, Row.X5},
        controls = {"NIST 800-53 SI-10", "PCI DSS 6.2.4", "SOC 2 CC6.6", "Security Hub ELB.4", "Security Hub ELB.12"},
        why = "Invalid headers and ambiguous requests smuggle one request inside another past the firewall; a forged "
                + "X-Forwarded-For hides who asked.",
        remedy = "Drop invalid headers, take the strictest desync mitigation, and append to X-Forwarded-For.",
        snippet = "LoadBalancerArgs.builder().dropInvalidHeaderFields(true).desyncMitigationMode(\"strictest\")")
public final class AlbRejectsMalformedRequests implements ResourcePolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property TYPE = Property.of(BALANCER, "loadBalancerType");
    private static final Property DROP = Property.of(BALANCER, "dropInvalidHeaderFields");
    private static final Property DESYNC = Property.of(BALANCER, "desyncMitigationMode");
    private static final Property FORWARDED = Property.of(BALANCER, "xffHeaderProcessingMode");

    private static final Property PORT = Property.of(BALANCER, "enableXffClientPort");

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer) {
        if (balancer.get(TYPE)
                        .isPresent()
                        .and(() -> balancer.get(TYPE).is("application").not())
                == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                        balancer.get(DROP).isTrue(), "keeps invalid headers: dropInvalidHeaderFields is not true")
                .and(Verdict.require(balancer.get(DESYNC).is("strictest"), "desyncMitigationMode is not strictest"))
                .and(Verdict.require(
                        balancer.get(FORWARDED).isPresent().not().or(() -> balancer.get(FORWARDED)
                                .is("append")),
                        "believes the client's address: xffHeaderProcessingMode is not append"))
                .and(Verdict.require(
                        balancer.get(PORT).isTrue().not(),
                        "makes each connection another client, for whom limits count anew: enableXffClientPort"));
    }
}
