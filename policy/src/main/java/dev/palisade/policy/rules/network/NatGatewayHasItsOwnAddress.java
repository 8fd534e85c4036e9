package dev.palisade.policy.rules.network;

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
import java.util.Set;

@PolicyInfo(
        title = "Every NAT gateway has an address of its own, and no address lies idle",
        severity = Severity.LOW,
        rows = {Row.A2},
        controls = {"NIST 800-53 CM-8", "NIST 800-53 SC-7", "PCI DSS 1.2.3", "SOC 2 A1.2", "Security Hub EC2.12"},
        why = "Others let the stack in by these addresses: one that is idle or shared soon belongs to somebody else.",
        remedy = "Allocate one address for each NAT gateway, and release those without one.",
        snippet = "NatGatewayArgs.builder().allocationId(eip.id())")
public final class NatGatewayHasItsOwnAddress implements RelationPolicy {
    private static final String GATEWAY = "aws:ec2/natGateway:NatGateway";
    private static final String ADDRESS = "aws:ec2/eip:Eip";
    private static final Property ALLOCATION = Property.of(GATEWAY, "allocationId");
    private static final Property CONNECTIVITY = Property.of(GATEWAY, "connectivityType");
    private static final Property ROUTED = Property.of("aws:ec2/route:Route", "natGatewayId");
    private static final Property DESTINATION = Property.of("aws:ec2/route:Route", "destinationCidrBlock");
    private static final Property ASSOCIATED = Property.of("aws:ec2/eipAssociation:EipAssociation", "allocationId");
    private static final Property INSTANCE = Property.of(ADDRESS, "instance");
    private static final Property INTERFACE = Property.of(ADDRESS, "networkInterface");

    @Override
    public Set<String> types() {
        return Set.of(GATEWAY, ADDRESS);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(ADDRESS)) {
            Targets users = graph.referrers(resource, ALLOCATION);
            Truth used = users.exist()
                    .or(() -> graph.referrers(resource, ASSOCIATED).exist())
                    .or(() -> resource.get(INSTANCE).isPresent())
                    .or(() -> resource.get(INTERFACE).isPresent());
            return Verdict.require(used, "is an address that nothing uses")
                    .and(Verdict.require(
                            Truth.of(users.resources().size() < 2), "is the address of more than one NAT gateway"));
        }
        if (resource.get(CONNECTIVITY).is("private") == Truth.TRUE) {
            boolean used = graph.referrers(resource, ROUTED).resources().stream()
                    .anyMatch(route -> route.get(DESTINATION).is("0.0.0.0/0") == Truth.TRUE);
            return used
                    ? Verdict.fail("is private, and the way to the internet leads to it: connectivityType")
                    : Verdict.NOT_APPLICABLE;
        }
        return Verdict.require(
                graph.targets(resource, ALLOCATION, ADDRESS).exist(), "has no address of this stack: allocationId");
    }
}
