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

class SecurityGroupOpenToTheInternetIsTheLoadBalancersTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupOpenToTheInternetIsTheLoadBalancers();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the load balancer's", stack(group(), open(), balancer())),
                fails("nobody's", stack(group(), open()), "no load balancer"),
                fails(
                        "shared with nodes",
                        stack(
                                group(),
                                open(),
                                balancer(),
                                resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                                        .referAll("vpcSecurityGroupIds", group())),
                        "more than load balancers"),
                fails(
                        "shared with the cluster",
                        stack(
                                group(),
                                open(),
                                balancer(),
                                resource("aws:eks/cluster:Cluster", "main")
                                        .referAll("vpcConfig.securityGroupIds", group())),
                        "more than load balancers"),
                unknown(
                        "used by what is not known yet",
                        stack(group(), open(), resource(BALANCER, "service").unknown("securityGroups"))),
                notApplicable("a closed group", stack(group())),
                notApplicable("no group", stack()));
    }

    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "web");
    }

    private static ResourceBuilder open() {
        return resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "world")
                .refer("securityGroupId", group())
                .set("cidrIpv4", "0.0.0.0/0")
                .set("ipProtocol", "tcp")
                .set("fromPort", 443)
                .set("toPort", 443);
    }

    private static ResourceBuilder balancer() {
        return resource(BALANCER, "service").referAll("securityGroups", group());
    }
}
