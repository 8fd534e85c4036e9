package dev.palisade.policy.rules.remediation;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Optional;
import java.util.Set;

/** Header names that no standard allows serve request smuggling alone. Only an ALB reads headers. */
public final class DropInvalidHeaders implements Remediation {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property KIND = Property.of(BALANCER, "loadBalancerType");
    private static final Property DROP = Property.of(BALANCER, "dropInvalidHeaderFields");

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Optional<Value.Fields> fix(Resource balancer) {
        Truth application =
                balancer.get(KIND).isPresent().not().or(() -> balancer.get(KIND).is("application"));
        return application == Truth.TRUE && balancer.get(DROP).isTrue() == Truth.FALSE
                ? Optional.of(balancer.inputs().with(DROP, new Value.Bool(true)))
                : Optional.empty();
    }

    @Override
    public String done() {
        return "Made the load balancer drop invalid header fields.";
    }
}
