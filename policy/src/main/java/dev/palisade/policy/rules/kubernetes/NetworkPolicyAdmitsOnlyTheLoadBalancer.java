package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import java.util.Optional;
import java.util.Set;

/**
 * Pods are reached through the entrance; which subnets that is, the load balancers of the stack say. A chart's webhooks,
 * where nothing else runs, are called by the control plane from its own subnets.
 */
@PolicyInfo(
        title = "Only the load balancer's subnets get through network policies by address",
        severity = Severity.HIGH,
        rows = {Row.C9, Row.A4},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.2", "PCI DSS 1.3.1", "SOC 2 CC6.6", "HIPAA 164.312(e)(1)"},
        why =
                "An address block beyond the entrance's lets nodes, other pods or other networks past the load balancer and its firewall.",
        remedy = "Allow the blocks of the load balancer's subnets, one by one.",
        snippet = "fromLoadBalancer(plan.subnet(Tier.PUBLIC, zone))")
public final class NetworkPolicyAdmitsOnlyTheLoadBalancer implements RelationPolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String CLUSTER = "aws:eks/cluster:Cluster";
    private static final Property CONTROL_PLANE = Property.of(CLUSTER, "vpcConfig.subnetIds");
    private static final Property SUBNETS = Property.of(BALANCER, "subnets");
    private static final Property MAPPED = Property.of(BALANCER, "subnetMappings[].subnetId");
    private static final Property CIDR = Property.of(SUBNET, "cidrBlock");

    /** The addresses of load balancers; {@code whole} where none is missing. */
    private record Entrance(AddressSet addresses, boolean whole, boolean exists) {
        static Entrance of(Graph graph) {
            return of(graph, BALANCER, SUBNETS, MAPPED);
        }

        static Entrance of(Graph graph, String type, Property... properties) {
            AddressSet addresses = AddressSet.NONE;
            boolean whole = true;
            for (Resource behind : graph.ofType(type)) {
                for (Property property : properties) {
                    Targets subnets = graph.targets(behind, property, SUBNET);
                    whole = whole && subnets.decided();
                    for (Resource subnet : subnets.resources()) {
                        Optional<AddressSet> block = subnet.get(CIDR).text().flatMap(AddressSet::read);
                        whole = whole && block.isPresent();
                        addresses = addresses.union(block.orElse(AddressSet.NONE));
                    }
                }
            }
            return new Entrance(addresses, whole, !graph.ofType(type).isEmpty());
        }

        Truth admits(AddressSet others) {
            if (addresses.contains(others)) {
                return Truth.TRUE;
            }
            return whole ? Truth.FALSE : Truth.UNKNOWN;
        }
    }

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NETWORK_POLICY);
    }

    @Override
    public Verdict check(Resource policy, Graph graph) {
        Entrance entrance = graph.view(Entrance.class, Entrance::of);
        if (!entrance.exists()) {
            return Verdict.NOT_APPLICABLE;
        }
        Entrance caller = isOfChart(Metadata.namespace(policy), Pods.of(graph))
                ? Entrance.of(graph, CLUSTER, CONTROL_PLANE)
                : entrance;
        Verdict verdict = Verdict.PASS;
        for (NetworkPolicyRule rule : NetworkPolicyRule.of(policy)) {
            if (rule.isIngress()) {
                Truth unread = rule.isReadable() ? Truth.UNKNOWN : Truth.FALSE;
                verdict = verdict.and(
                        Verdict.require(
                                rule.addresses().map(caller::admits).orElse(unread),
                                "lets in addresses that are not the load balancer's, or a webhook's callers: ingress from ipBlock"));
            }
        }
        return verdict;
    }

    private static boolean isOfChart(String namespace, Pods pods) {
        return pods.mayHaveMore(namespace) && pods.in(namespace).isEmpty();
    }
}
