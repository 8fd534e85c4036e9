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
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class InnerNetworkAclKeepsPublicSubnetsOutTest implements PolicyCases {
    private static final ResourceBuilder OPEN =
            resource("aws:ec2/subnet:Subnet", "open").set("vpcId", "vpc-own").set("cidrBlock", "10.20.128.0/22");
    private static final ResourceBuilder DATA =
            resource("aws:ec2/subnet:Subnet", "data").set("cidrBlock", "10.20.160.0/22");
    private static final ResourceBuilder TABLE = resource("aws:ec2/routeTable:RouteTable", "public");

    @Override
    public Policy policy() {
        return new InnerNetworkAclKeepsPublicSubnetsOut();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("private subnets", network(acl("10.20.0.0/17"))),
                fails("the VPC", network(acl("10.20.0.0/16")), "tcp 5432 from the public subnet open"),
                fails("a public subnet", network(acl("10.20.128.0/22")), "tcp 5432"),
                passes(
                        "the same addresses in another VPC",
                        network(acl("10.20.0.0/16").set("vpcId", "vpc-another"))),
                unknown("a rule not known yet", network(acl("x").unknown("ingress"))),
                fails(
                        "a VPC not known yet",
                        network(acl("10.20.0.0/16").unknown("vpcId")),
                        "tcp 5432 from the public subnet open"),
                notApplicable(
                        "a public subnet's own", network(acl("10.20.0.0/16").referAll("subnetIds", OPEN))),
                notApplicable("an ACL of no subnet", network(acl("10.20.0.0/16").unset("subnetIds"))),
                notApplicable("no ACL", stack(OPEN)));
    }

    private static StackBuilder network(ResourceBuilder acl) {
        return stack(
                OPEN,
                DATA,
                TABLE,
                resource("aws:ec2/route:Route", "internet")
                        .refer("routeTableId", TABLE)
                        .set("gatewayId", "igw-1"),
                resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "open")
                        .refer("routeTableId", TABLE)
                        .refer("subnetId", OPEN),
                acl);
    }

    private static ResourceBuilder acl(String block) {
        return resource("aws:ec2/networkAcl:NetworkAcl", "data")
                .set("vpcId", "vpc-own")
                .referAll("subnetIds", DATA)
                .set(
                        "ingress",
                        List.of(Map.of(
                                "ruleNo",
                                100,
                                "action",
                                "allow",
                                "protocol",
                                "tcp",
                                "fromPort",
                                5432,
                                "toPort",
                                5432,
                                "cidrBlock",
                                block)));
    }
}
