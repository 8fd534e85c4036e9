package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The component has no argument for the creator's rights; there the child is judged. */
@PolicyInfo(
        title = "Only access entries decide who may call the Kubernetes API",
        severity = Severity.HIGH,
        rows = {Row.C13},
        controls = {
            "CIS EKS 5.5.1",
            "NIST 800-53 AC-2",
            "NIST 800-53 IA-2",
            "PCI DSS 7.2.1",
            "HIPAA 164.312(d)",
            "SOC 2 CC6.2"
        },
        why = "The aws-auth map is edited inside the cluster, where AWS neither sees nor limits it; "
                + "the creator's standing admin rights show up in no entry.",
        remedy = "Set the authentication mode API and switch the creator's admin rights off.",
        snippet = "ClusterAccessConfigArgs.builder().authenticationMode(\"API\")"
                + ".bootstrapClusterCreatorAdminPermissions(false)")
public final class EksAuthenticatesByAccessEntries implements ResourcePolicy {
    private static final Property MODE = Property.of(Clusters.CLUSTER, "accessConfig.authenticationMode");
    private static final Property CREATOR =
            Property.of(Clusters.CLUSTER, "accessConfig.bootstrapClusterCreatorAdminPermissions");
    private static final String PROVIDER = "aws:eks/identityProviderConfig:IdentityProviderConfig";
    private static final Property COMPONENT_MODE = Property.of(Clusters.COMPONENT, "authenticationMode");

    @Override
    public Set<String> types() {
        return Stream.concat(Clusters.BOTH.stream(), Stream.of(PROVIDER)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource cluster) {
        if (cluster.is(PROVIDER)) {
            return Verdict.fail("lets in whom an issuer of others names");
        }
        return Clusters.judge(cluster, () -> Verdict.require(
                        Clusters.read(cluster, MODE, COMPONENT_MODE).is("API"),
                        "takes the aws-auth map for authentication: the mode is not API")
                .and(Verdict.require(
                        creatorHasNoRights(cluster),
                        "makes its creator an administrator: "
                                + "bootstrapClusterCreatorAdminPermissions is not false")));
    }

    private static Truth creatorHasNoRights(Resource cluster) {
        return cluster.is(Clusters.COMPONENT)
                ? Truth.TRUE
                : cluster.get(CREATOR).is("false");
    }
}
