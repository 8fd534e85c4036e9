package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "NAT gateways stand in public subnets of their VPC",
        severity = Severity.LOW,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.1", "SOC 2 A1.2"},
        why = "One in a private subnet leads nowhere; one beside the nodes puts them on the public route table.",
        remedy = "Place it in a subnet whose table leads to the internet gateway.",
        snippet = "NatGatewayArgs.builder().subnetId(publicSubnet.id()).allocationId(address.allocationId())")
public final class NatGatewayIsInPublicSubnet implements RelationPolicy {
    private static final String GATEWAY = "aws:ec2/natGateway:NatGateway";
    private static final Property SUBNET = Property.of(GATEWAY, "subnetId");
    private static final Property CONNECTIVITY = Property.of(GATEWAY, "connectivityType");

    @Override
    public Set<String> types() {
        return Set.of(GATEWAY);
    }

    @Override
    public Verdict check(Resource gateway, Graph graph) {
        if (gateway.get(CONNECTIVITY).is("private") == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                graph.targets(gateway, SUBNET, "aws:ec2/subnet:Subnet")
                        .any(subnet -> Routing.leadsToInternet(subnet, graph)),
                "is in a subnet that does not lead to an internet gateway");
    }
}
