package dev.palisade.policy.rules.remediation;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Optional;
import java.util.Set;

/**
 * The one way to a cluster whose creator is not its administrator for ever: the pulumi-eks component sets the
 * permission itself and takes no argument for it, and without one AWS grants it.
 */
public final class SwitchClusterCreatorAdminOff implements Remediation {
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final Property PERMISSION =
            Property.of(CLUSTER, "accessConfig.bootstrapClusterCreatorAdminPermissions");
    private static final Property MODE = Property.of(CLUSTER, "accessConfig.authenticationMode");

    @Override
    public Set<String> types() {
        return Set.of(CLUSTER);
    }

    /** Only where access entries exist: with CONFIG_MAP alone, nobody could enter any more. */
    @Override
    public Optional<Value.Fields> fix(Resource cluster) {
        Value permission = cluster.get(PERMISSION);
        boolean granted = permission.isMissing() || permission.isTrue() == Truth.TRUE;
        boolean entries = cluster.get(MODE).isOneOf("API", "API_AND_CONFIG_MAP") == Truth.TRUE;
        return granted && entries
                ? Optional.of(cluster.inputs().with(PERMISSION, new Value.Bool(false)))
                : Optional.empty();
    }

    @Override
    public String done() {
        return "Switched the cluster creator's administrator permissions off.";
    }
}
