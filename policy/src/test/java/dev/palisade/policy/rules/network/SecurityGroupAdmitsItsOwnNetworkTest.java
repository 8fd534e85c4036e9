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

class SecurityGroupAdmitsItsOwnNetworkTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupAdmitsItsOwnNetwork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "the load balancer's subnet",
                        stack(
                                vpc(),
                                group(),
                                rule("10.20.64.0/24"),
                                resource("aws:ec2/subnet:Subnet", "public")
                                        .id("subnet-1")
                                        .set("cidrBlock", "10.20.64.0/22"),
                                resource("aws:lb/loadBalancer:LoadBalancer", "lb")
                                        .set("subnets", List.of("subnet-1"))),
                        "its group is to be named"),
                passes("a block of the VPC", stack(vpc(), group(), rule("10.20.64.0/18"))),
                passes(
                        "a block of the VPC's second range",
                        stack(
                                vpc(),
                                group(),
                                rule("100.64.0.0/16"),
                                resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "pods")
                                        .refer("vpcId", vpc())
                                        .set("cidrBlock", "100.64.0.0/16"))),
                fails("the whole VPC", stack(vpc(), group(), rule("10.20.0.0/16")), "whole VPC"),
                passes(
                        "the whole VPC on the port of AWS's endpoints",
                        stack(
                                vpc(),
                                group(),
                                rule("10.20.0.0/16").set("fromPort", 443).set("toPort", 443))),
                fails("all of ten", stack(vpc(), group(), rule("10.0.0.0/8")), "10.0.0.0/8 (rule), beyond its VPC"),
                fails("another network", stack(vpc(), group(), rule("192.168.1.0/24")), "192.168.1.0/24"),
                unknown(
                        "a block not known yet",
                        stack(vpc(), group(), rule("10.20.0.0/16").unknown("cidrIpv4"))),
                notApplicable("a group of another program's VPC", stack(group(), rule("10.0.0.0/8"))),
                notApplicable("no group", stack()));
    }

    private static ResourceBuilder vpc() {
        return resource("aws:ec2/vpc:Vpc", "vpc").set("cidrBlock", "10.20.0.0/16");
    }

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes").refer("vpcId", vpc());
    }

    private static ResourceBuilder rule(String block) {
        return resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule")
                .refer("securityGroupId", group())
                .set("cidrIpv4", block)
                .set("ipProtocol", "tcp")
                .set("fromPort", 5000)
                .set("toPort", 5000);
    }
}
