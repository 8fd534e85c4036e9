package dev.palisade.policy.rules.eks;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.math.BigInteger;
import java.util.Set;

/** Without publicAccessCidrs AWS opens the public endpoint to 0.0.0.0/0; blocks are joined before they are judged. */
@PolicyInfo(
        title = "The Kubernetes API has a private endpoint, and a public one only for few addresses",
        severity = Severity.CRITICAL,
        rows = {Row.A4, Row.C13},
        controls = {
            "CIS EKS 5.4.1",
            "CIS EKS 5.4.2",
            "NIST 800-53 SC-7",
            "NIST 800-53 AC-17",
            "PCI DSS 1.4.1",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6",
            "GDPR 32(1)(b)",
            "Security Hub EKS.1"
        },
        why = "An API server that the world can reach is one stolen token or one flaw away from being the world's.",
        remedy =
                "Switch the private endpoint on, and the public one off or down to the blocks of the office and the pipeline.",
        snippet = "settings.cluster().apiCidrs()")
public final class EksEndpointIsPrivate implements ResourcePolicy {

    private static final Property PRIVATE = Property.of(Clusters.CLUSTER, "vpcConfig.endpointPrivateAccess");
    private static final Property PUBLIC = Property.of(Clusters.CLUSTER, "vpcConfig.endpointPublicAccess");
    private static final Property CIDRS = Property.of(Clusters.CLUSTER, "vpcConfig.publicAccessCidrs");
    private static final Property COMPONENT_PRIVATE = Property.of(Clusters.COMPONENT, "endpointPrivateAccess");
    private static final Property COMPONENT_PUBLIC = Property.of(Clusters.COMPONENT, "endpointPublicAccess");
    private static final Property COMPONENT_CIDRS = Property.of(Clusters.COMPONENT, "publicAccessCidrs");
    private static final BigInteger MOST_IPV4 = BigInteger.ONE.shiftLeft(24);
    private static final BigInteger MOST_IPV6 = BigInteger.ONE.shiftLeft(96);

    @Override
    public Set<String> types() {
        return Clusters.BOTH;
    }

    @Override
    public Verdict check(Resource cluster) {
        return Clusters.judge(cluster, () -> {
            Value isPublic = Clusters.read(cluster, PUBLIC, COMPONENT_PUBLIC);
            return Verdict.require(
                            Clusters.read(cluster, PRIVATE, COMPONENT_PRIVATE).isTrue(),
                            "has no private endpoint: endpointPrivateAccess is not true")
                    .and(
                            isPublic.is("false") == Truth.TRUE
                                    ? Verdict.PASS
                                    : open(isPublic, Clusters.read(cluster, CIDRS, COMPONENT_CIDRS)));
        });
    }

    private static Verdict open(Value isPublic, Value cidrs) {
        if (cidrs.isMissing()) {
            return Verdict.require(isPublic.is("false"), "opens its API to the world: no publicAccessCidrs");
        }
        if (cidrs.texts().stream().anyMatch(cidr -> AddressSet.read(cidr).isEmpty())) {
            return Verdict.fail("has publicAccessCidrs that are no CIDR blocks");
        }
        AddressSet joined = AddressSet.parseAll(cidrs.texts());
        Truth few = Truth.of(joined.intersect(AddressSet.IPV4).size().compareTo(MOST_IPV4) <= 0
                        && joined.intersect(AddressSet.IPV6).size().compareTo(MOST_IPV6) <= 0)
                .and(cidrs.hasUnknown() ? Truth.UNKNOWN : Truth.TRUE);
        return Verdict.require(
                isPublic.is("false").or(few), "opens its API to " + joined + ": more than a /8 (IPv6: a /32) in all");
    }
}
