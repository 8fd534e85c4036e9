package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import java.util.Set;

/** Stacks for development come and go; they are those whose name begins with {@code dev}. */
@PolicyInfo(
        title = "Load balancers are protected from deletion",
        severity = Severity.LOW,
        rows = {Row.A1},
        controls = {"NIST 800-53 CM-3", "SOC 2 A1.2", "Security Hub ELB.6"},
        why = "One wrong call takes the service off the internet, and its name and addresses with it.",
        remedy = "Enable deletion protection outside of development.",
        snippet = "LoadBalancerArgs.builder().enableDeletionProtection(true)")
public final class LoadBalancerIsProtectedFromDeletion implements ResourcePolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property PROTECTION = Property.of(BALANCER, "enableDeletionProtection");

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer) {
        return Urn.parse(balancer.urn()).stack().startsWith("dev")
                ? Verdict.NOT_APPLICABLE
                : Verdict.require(balancer.get(PROTECTION).isTrue(), "enableDeletionProtection is not true");
    }
}
