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

class VpcAddressesArePrivateTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VpcAddressesArePrivate();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "IPv6",
                        stack(resource("aws:ec2/vpc:Vpc", "v")
                                .set("cidrBlock", "10.0.0.0/16")
                                .set("enableDnsHostnames", true)
                                .set("assignGeneratedIpv6CidrBlock", true)),
                        "IPv6"),
                fails(
                        "resolvers of others",
                        stack(resource("aws:ec2/vpcDhcpOptions:VpcDhcpOptions", "d")
                                .set("domainNameServers", List.of("8.8.8.8"))),
                        "domainNameServers"),
                fails("the default VPC", stack(resource("aws:ec2/defaultVpc:DefaultVpc", "d")), "default VPC"),
                passes("a private block", stack(vpc("10.20.0.0/16"))),
                fails("a public block", stack(vpc("52.0.0.0/16")), "52.0.0.0/16"),
                fails("a block that is half public", stack(vpc("172.16.0.0/11")), "172.16.0.0/11"),
                fails(
                        "a public second block",
                        stack(resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "x")
                                .set("cidrBlock", "8.8.0.0/16")),
                        "8.8.0.0/16"),
                fails("no names", stack(vpc("10.20.0.0/16").set("enableDnsSupport", false)), "enableDnsSupport"),
                fails("no host names", stack(vpc("10.20.0.0/16").unset("enableDnsHostnames")), "enableDnsHostnames"),
                unknown("not known yet", stack(vpc("").unknown("cidrBlock"))),
                notApplicable("no VPC", stack()));
    }

    private static ResourceBuilder vpc(String block) {
        return resource("aws:ec2/vpc:Vpc", "vpc").set("cidrBlock", block).set("enableDnsHostnames", true);
    }
}
