package dev.palisade.policy.rules.remediation;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Optional;
import java.util.Set;

/** The pulumi-eks component takes no argument for the upgrade policy; without one AWS extends the support, and charges. */
public final class UseStandardSupport implements Remediation {
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final Property SUPPORT = Property.of(CLUSTER, "upgradePolicy.supportType");

    @Override
    public Set<String> types() {
        return Set.of(CLUSTER);
    }

    /** Only where nothing was chosen. */
    @Override
    public Optional<Value.Fields> fix(Resource cluster) {
        return cluster.get(SUPPORT).isMissing()
                ? Optional.of(cluster.inputs().with(SUPPORT, Value.of("STANDARD")))
                : Optional.empty();
    }

    @Override
    public String done() {
        return "Chose standard support for the cluster's version.";
    }
}
