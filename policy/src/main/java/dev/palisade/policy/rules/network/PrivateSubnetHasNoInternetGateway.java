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
import java.util.List;
import java.util.Set;

/** A subnet is public by what it is for: internet-facing load balancers and NAT gateways, and nothing beside them. */
@PolicyInfo(
        title = "Only subnets of load balancers and NAT gateways are routed to the internet gateway",
        severity = Severity.CRITICAL,
        rows = {Row.A2, Row.A4},
        controls = {
            "CIS EKS 5.4.3",
            "CIS AWS 5.6",
            "NIST 800-53 SC-7",
            "PCI DSS 1.4.4",
            "HIPAA 164.312(e)(1)",
            "SOC 2 CC6.6",
            "GDPR 32(1)(b)"
        },
        why = "One wrong route table makes a whole tier of nodes or databases reachable from the internet.",
        remedy = "Join the subnet to a route table that leads to a NAT gateway, or nowhere.",
        snippet = "RouteTableAssociationArgs.builder().subnetId(subnet.id()).routeTableId(privateTable.id())")
public final class PrivateSubnetHasNoInternetGateway implements RelationPolicy {
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property BALANCER_SUBNETS = Property.of("aws:lb/loadBalancer:LoadBalancer", "subnets");
    private static final Property BALANCER_MAPPINGS =
            Property.of("aws:lb/loadBalancer:LoadBalancer", "subnetMappings[].subnetId");
    private static final Property INTERNAL = Property.of("aws:lb/loadBalancer:LoadBalancer", "internal");
    private static final Property NAT_SUBNET = Property.of("aws:ec2/natGateway:NatGateway", "subnetId");
    private static final Property NODES = Property.of("aws:eks/nodeGroup:NodeGroup", "subnetIds");
    private static final Property CLUSTERS = Property.of("aws:eks/cluster:Cluster", "vpcConfig.subnetIds");
    private static final Property ENDPOINTS = Property.of("aws:ec2/vpcEndpoint:VpcEndpoint", "subnetIds");
    private static final Property DATABASES = Property.of("aws:rds/subnetGroup:SubnetGroup", "subnetIds");
    private static final Property FILES = Property.of("aws:efs/mountTarget:MountTarget", "subnetId");
    private static final Property INSTANCES = Property.of("aws:ec2/instance:Instance", "subnetId");

    private static final List<Property> PRIVATE = List.of(NODES, CLUSTERS, ENDPOINTS, DATABASES, FILES, INSTANCES);

    @Override
    public Set<String> types() {
        return Set.of(SUBNET);
    }

    @Override
    public Verdict check(Resource subnet, Graph graph) {
        Truth led = Routing.leadsToInternet(subnet, graph);
        Verdict verdict = Verdict.require(
                led.not().or(() -> isPublic(subnet, graph)),
                "leads to an internet gateway and holds neither a load balancer nor a NAT gateway");
        for (Property property : PRIVATE) {
            Truth used = graph.referrers(subnet, property).exist();
            verdict = verdict.and(Verdict.require(
                    led.and(used).not(), "leads to an internet gateway and is a subnet of " + property.type()));
        }
        return verdict;
    }

    private static Truth isPublic(Resource subnet, Graph graph) {
        return graph.referrers(subnet, NAT_SUBNET)
                .exist()
                .or(graph.referrers(subnet, BALANCER_SUBNETS)
                        .any(balancer -> balancer.get(INTERNAL).isTrue().not()))
                .or(graph.referrers(subnet, BALANCER_MAPPINGS)
                        .any(balancer -> balancer.get(INTERNAL).isTrue().not()));
    }
}
