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
import java.util.Map;

class SecurityGroupsOpenNoAdministrationTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SecurityGroupsOpenNoAdministration();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the service's port", stack(group(5000, 5000))),
                fails("SSH within the VPC", stack(group(22, 22)), "tcp 22"),
                fails("a range with RDP in it", stack(group(3000, 4000)), "administration"),
                unknown("a port from outputs", stack(GROUP, rule().unknown("fromPort"))),
                notApplicable("no group", stack()));
    }

    private static final ResourceBuilder GROUP = resource("aws:ec2/securityGroup:SecurityGroup", "nodes");

    private static ResourceBuilder rule() {
        return resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "r")
                .refer("securityGroupId", GROUP)
                .set("cidrIpv4", "10.40.0.0/16")
                .set("ipProtocol", "tcp");
    }

    private static ResourceBuilder group(int from, int to) {
        return resource("aws:ec2/securityGroup:SecurityGroup", "nodes")
                .set(
                        "ingress",
                        List.of(Map.of(
                                "protocol",
                                "tcp",
                                "fromPort",
                                from,
                                "toPort",
                                to,
                                "cidrBlocks",
                                List.of("10.40.0.0/16"))));
    }
}
