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

class DefaultNetworkAclIsEmptyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new DefaultNetworkAclIsEmpty();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("adopted without a rule", stack(vpc(), acl())),
                passes(
                        "adopted while its id is not known yet",
                        stack(vpc(), acl().unknown("defaultNetworkAclId", vpc()))),
                fails("not adopted", stack(vpc()), "as AWS makes it"),
                fails("another VPC's", stack(vpc(), resource(ACL, "other").set("defaultNetworkAclId", "acl-9")), "AWS"),
                fails(
                        "with a rule in",
                        stack(vpc(), acl().set("ingress", List.of(Map.of("action", "allow")))),
                        "allows"),
                fails(
                        "with a rule out",
                        stack(vpc(), acl().set("egress", List.of(Map.of("action", "allow")))),
                        "allows"),
                fails("with a subnet", stack(vpc(), acl().set("subnetIds", List.of("subnet-1"))), "of subnets"),
                unknown("rules not known yet", stack(vpc(), acl().unknown("ingress"))),
                notApplicable("no VPC", stack()));
    }

    private static final String ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";

    private static ResourceBuilder vpc() {
        return resource("aws:ec2/vpc:Vpc", "vpc").output("defaultNetworkAclId", "acl-1");
    }

    private static ResourceBuilder acl() {
        return resource(ACL, "default").referOutput("defaultNetworkAclId", vpc(), "defaultNetworkAclId");
    }
}
