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

class SubnetTiersKeepApartTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubnetTiersKeepApart();
    }

    @Override
    public List<Case> cases() {
        ResourceBuilder data = subnet("data").set("tags", Map.of("Tier", "data"));
        ResourceBuilder more = subnet("more").set("tags", Map.of("Tier", "data"));
        ResourceBuilder open = subnet("open").set("tags", Map.of("Tier", "public"));
        return List.of(
                passes("an ACL of one tier", stack(data, more, open, acl().referAll("subnetIds", data, more))),
                fails("an ACL of two", stack(data, open, acl().referAll("subnetIds", data, open)), "data and public"),
                fails(
                        "an ACL of two by an association",
                        stack(
                                data,
                                open,
                                acl().referAll("subnetIds", data),
                                resource("aws:ec2/networkAclAssociation:NetworkAclAssociation", "a")
                                        .refer("networkAclId", acl())
                                        .refer("subnetId", open)),
                        "data and public"),
                fails(
                        "data with a way outside",
                        stack(
                                data,
                                TABLE,
                                join("a", data),
                                resource("aws:ec2/route:Route", "nat")
                                        .refer("routeTableId", TABLE)
                                        .set("natGatewayId", "nat-1")),
                        "leads outside"),
                fails("a table of two", stack(data, open, TABLE, join("a", data), join("b", open)), "data and public"),
                fails("a subnet without a tier", stack(data, subnet("x")), "no tag Tier"),
                unknown("subnets from outputs", stack(data, acl().unknown("subnetIds"))),
                notApplicable("no tiers", stack(subnet("a"), acl().referAll("subnetIds", subnet("a")))));
    }

    private static final ResourceBuilder TABLE = resource("aws:ec2/routeTable:RouteTable", "t");

    private static ResourceBuilder join(String name, ResourceBuilder subnet) {
        return resource("aws:ec2/routeTableAssociation:RouteTableAssociation", name)
                .refer("routeTableId", TABLE)
                .refer("subnetId", subnet);
    }

    private static ResourceBuilder acl() {
        return resource("aws:ec2/networkAcl:NetworkAcl", "acl");
    }

    private static ResourceBuilder subnet(String name) {
        return resource("aws:ec2/subnet:Subnet", name);
    }
}
