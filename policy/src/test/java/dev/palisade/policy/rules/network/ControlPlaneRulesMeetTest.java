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

class ControlPlaneRulesMeetTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ControlPlaneRulesMeet();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both sides", stack(NODES, in("10250"), out("10250"))),
                fails("one side", stack(NODES, in("10250")), "no counterpart"),
                fails("another port", stack(NODES, in("10250"), out("9443")), "no counterpart"),
                fails(
                        "another group",
                        stack(NODES, in("10250"), out("10250").set("referencedSecurityGroupId", "sg-other")),
                        "no counterpart"),
                unknown("a group from outputs", stack(NODES, in("10250").unknown("referencedSecurityGroupId"))),
                notApplicable(
                        "groups of the stack", stack(NODES, in("53").set("referencedSecurityGroupId", "nodes-id"))),
                notApplicable("a rule for addresses", stack(NODES, in("443").unset("referencedSecurityGroupId"))));
    }

    private static final ResourceBuilder NODES = resource("aws:ec2/securityGroup:SecurityGroup", "nodes");

    private static ResourceBuilder in(String port) {
        return rule("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", port)
                .set("securityGroupId", "nodes-id")
                .set("referencedSecurityGroupId", "sg-cluster");
    }

    private static ResourceBuilder out(String port) {
        return rule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", port)
                .set("securityGroupId", "sg-cluster")
                .set("referencedSecurityGroupId", "nodes-id");
    }

    private static ResourceBuilder rule(String type, String port) {
        return resource(type, "rule-" + port)
                .set("ipProtocol", "tcp")
                .set("fromPort", port)
                .set("toPort", port);
    }
}
