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

class SubnetHasNetworkAclTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubnetHasNetworkAcl();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("in an ACL", stack(subnet(), acl().referAll("subnetIds", subnet()))),
                passes(
                        "joined to one",
                        stack(
                                subnet(),
                                resource("aws:ec2/networkAclAssociation:NetworkAclAssociation", "a")
                                        .refer("subnetId", subnet()))),
                passes(
                        "in an ACL, and joined to the same",
                        stack(subnet(), acl().referAll("subnetIds", subnet()), association(acl()))),
                fails(
                        "joined to another ACL than the one that names it",
                        stack(
                                subnet(),
                                acl().referAll("subnetIds", subnet()),
                                resource("aws:ec2/networkAcl:NetworkAcl", "public"),
                                association(resource("aws:ec2/networkAcl:NetworkAcl", "public"))),
                        "several network ACLs"),
                fails("in none", stack(subnet()), "no network ACL"),
                fails("in an ACL of no subnet", stack(subnet(), acl()), "no network ACL"),
                unknown(
                        "two ACLs that depend on it",
                        stack(
                                subnet(),
                                acl().unknown("subnetIds", subnet()),
                                resource("aws:ec2/networkAcl:NetworkAcl", "public")
                                        .unknown("subnetIds", subnet()))),
                unknown("an ACL of subnets not known yet", stack(subnet(), acl().unknown("subnetIds"))),
                notApplicable("no subnet", stack()));
    }

    private static ResourceBuilder association(ResourceBuilder acl) {
        return resource("aws:ec2/networkAclAssociation:NetworkAclAssociation", "a")
                .refer("subnetId", subnet())
                .refer("networkAclId", acl);
    }

    private static ResourceBuilder subnet() {
        return resource("aws:ec2/subnet:Subnet", "a");
    }

    private static ResourceBuilder acl() {
        return resource("aws:ec2/networkAcl:NetworkAcl", "private");
    }
}
