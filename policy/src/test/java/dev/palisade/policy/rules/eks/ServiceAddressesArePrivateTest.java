package dev.palisade.policy.rules.eks;

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

class ServiceAddressesArePrivateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceAddressesArePrivate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a range beside the VPC's", stack(VPC, cluster("172.20.0.0/16"))),
                fails("the internet", stack(VPC, cluster("0.0.0.0/0")), "not private"),
                fails("no range", stack(VPC, cluster("nonsense")), "not private"),
                fails("a range of the VPC", stack(VPC, cluster("10.40.128.0/20")), "of the VPC"),
                unknown(
                        "a range from outputs",
                        stack(resource(Clusters.CLUSTER, "c").unknown("kubernetesNetworkConfig.serviceIpv4Cidr"))),
                notApplicable("AWS's choice", stack(VPC, resource(Clusters.CLUSTER, "c"))));
    }

    private static final ResourceBuilder VPC = resource("aws:ec2/vpc:Vpc", "v").set("cidrBlock", "10.40.0.0/16");

    private static ResourceBuilder cluster(String range) {
        return resource(Clusters.CLUSTER, "c").set("kubernetesNetworkConfig.serviceIpv4Cidr", range);
    }
}
