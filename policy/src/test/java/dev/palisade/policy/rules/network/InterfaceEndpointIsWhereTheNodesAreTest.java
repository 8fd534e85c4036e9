package dev.palisade.policy.rules.network;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class InterfaceEndpointIsWhereTheNodesAreTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new InterfaceEndpointIsWhereTheNodesAre();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a subnet of nodes",
                        stack(NODES, A, B, DATA, TIER, endpoint().referAll("subnetIds", A))),
                passes(
                        "another subnet of their tier",
                        stack(NODES, A, B, DATA, TIER, endpoint().referAll("subnetIds", A, B))),
                fails(
                        "the databases' tier",
                        stack(NODES, A, B, DATA, TIER, endpoint().referAll("subnetIds", A, DATA)),
                        "without nodes"),
                unknown(
                        "subnets from outputs",
                        stack(NODES, A, B, DATA, endpoint().unknown("subnetIds"))),
                notApplicable(
                        "a gateway", stack(NODES, A, resource(ENDPOINT, "s3").set("vpcEndpointType", "Gateway"))),
                notApplicable("no nodes", stack(A, endpoint().referAll("subnetIds", A))));
    }

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final ResourceBuilder A = resource(SUBNET, "a");
    private static final ResourceBuilder B = resource(SUBNET, "b");
    private static final ResourceBuilder DATA = resource(SUBNET, "data");
    private static final ResourceBuilder NODES =
            resource("aws:eks/nodeGroup:NodeGroup", "n").referAll("subnetIds", A);
    private static final ResourceBuilder TIER =
            resource("aws:ec2/networkAcl:NetworkAcl", "private").referAll("subnetIds", A, B);

    private static ResourceBuilder endpoint() {
        return resource(ENDPOINT, "kms").set("vpcEndpointType", "Interface");
    }
}
