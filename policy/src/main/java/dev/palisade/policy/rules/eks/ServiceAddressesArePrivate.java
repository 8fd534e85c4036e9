package dev.palisade.policy.rules.eks;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@PolicyInfo(
        title = "Services of the cluster have private addresses that are nobody else's",
        severity = Severity.MEDIUM,
        rows = {Row.A3, Row.A2},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.4", "SOC 2 CC6.6"},
        why = "A service's address that is also a host's, of the VPC or of the internet, takes that host's traffic.",
        remedy = "Name a private range outside of the VPC's, of /12 to /24.",
        snippet = "ClusterKubernetesNetworkConfigArgs.builder().serviceIpv4Cidr(\"172.20.0.0/16\")")
public final class ServiceAddressesArePrivate implements RelationPolicy {
    private static final Property RANGE = Property.of(Clusters.CLUSTER, "kubernetesNetworkConfig.serviceIpv4Cidr");
    private static final Property BLOCK = Property.of("aws:ec2/vpc:Vpc", "cidrBlock");
    private static final AddressSet PRIVATE =
            AddressSet.parseAll(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"));

    @Override
    public Set<String> types() {
        return Set.of(Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource cluster, Graph graph) {
        Value range = cluster.get(RANGE);
        if (range.isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (range.isUnknown()) {
            return Verdict.unknown("not known yet: the range of its services");
        }
        Optional<AddressSet> services = range.text().flatMap(AddressSet::read);
        if (services.isEmpty() || !PRIVATE.contains(services.get())) {
            return Verdict.fail("gives services addresses that are not private: serviceIpv4Cidr");
        }
        return graph.ofType(BLOCK.type()).stream()
                .map(vpc -> Verdict.require(
                        vpc.get(BLOCK)
                                .matches(block -> AddressSet.read(block)
                                        .filter(services.get()::overlaps)
                                        .isPresent())
                                .not(),
                        "gives services addresses of the VPC: serviceIpv4Cidr"))
                .reduce(Verdict.PASS, Verdict::and);
    }
}
