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

class VpcHasFlowLogTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VpcHasFlowLog();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("watched", stack(vpc(), log().refer("vpcId", vpc()))),
                fails("not watched", stack(vpc()), "no flow log"),
                fails("another VPC's", stack(vpc(), log().set("vpcId", "vpc-9")), "no flow log"),
                fails("a subnet's", stack(vpc(), log().set("subnetId", "subnet-1")), "no flow log"),
                unknown("not known yet", stack(vpc(), log().unknown("vpcId"))),
                notApplicable("no VPC", stack()));
    }

    private static ResourceBuilder vpc() {
        return resource("aws:ec2/vpc:Vpc", "vpc");
    }

    private static ResourceBuilder log() {
        return resource("aws:ec2/flowLog:FlowLog", "vpc");
    }
}
