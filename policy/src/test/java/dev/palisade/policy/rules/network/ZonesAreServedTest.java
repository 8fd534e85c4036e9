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

class ZonesAreServedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ZonesAreServed();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder a = subnet("a", "a");
        ResourceBuilder b = subnet("b", "b");
        return List.of(
                passes(
                        "both zones",
                        stack(a, b, nodes(a, b), balancer(a, b), endpoint().referAll("subnetIds", a, b))),
                passes("a group in each zone", stack(a, b, nodes("m", a), nodes("n", b), balancer(a, b))),
                fails("both groups in one zone", stack(a, b, nodes("m", a), nodes("n", a), balancer(a)), "single zone"),
                fails(
                        "a balancer's zone without a group",
                        stack(a, b, subnet("c", "c"), nodes("m", a), nodes("n", b), balancer(subnet("c", "c"))),
                        "leaves out [c]"),
                unknown(
                        "a group of unknown subnets",
                        stack(a, b, nodes(a), nodes("m").unknown("subnetIds"))),
                passes(
                        "more than needed",
                        stack(
                                a,
                                b,
                                subnet("c", "c"),
                                nodes(a, b),
                                endpoint().referAll("subnetIds", a, b, subnet("c", "c")))),
                fails(
                        "an endpoint in one",
                        stack(a, b, nodes(a, b), endpoint().referAll("subnetIds", a)),
                        "leaves out [b]"),
                fails(
                        "two subnets in one zone",
                        stack(a, b, subnet("a2", "a"), nodes(a, b), balancer(a, b, subnet("a2", "a"))),
                        "two subnets in one zone"),
                fails("nodes in one", stack(a, b, nodes(a), balancer(a, b)), "single zone"),
                fails("nodes without a zone of the balancer", stack(a, b, nodes(a), balancer(a, b)), "leaves out [b]"),
                unknown(
                        "subnets from outputs",
                        stack(a, b, nodes(a, b), endpoint().unknown("subnetIds"))),
                notApplicable("no nodes", stack(a, b, balancer(a, b))));
    }

    private static ResourceBuilder nodes(ResourceBuilder... subnets) {
        return nodes("n", subnets);
    }

    private static ResourceBuilder nodes(String name, ResourceBuilder... subnets) {
        return resource("aws:eks/nodeGroup:NodeGroup", name).referAll("subnetIds", subnets);
    }

    private static ResourceBuilder balancer(ResourceBuilder... subnets) {
        return resource("aws:lb/loadBalancer:LoadBalancer", "l").referAll("subnets", subnets);
    }

    private static ResourceBuilder endpoint() {
        return resource("aws:ec2/vpcEndpoint:VpcEndpoint", "e").set("vpcEndpointType", "Interface");
    }

    private static ResourceBuilder subnet(String name, String zone) {
        return resource("aws:ec2/subnet:Subnet", name).set("availabilityZone", zone);
    }
}
