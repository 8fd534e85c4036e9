package dev.palisade.policy.rules.pulumi;

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

class ReferencesLeadIntoTheStackTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ReferencesLeadIntoTheStack();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an id of the stack", stack(VPC, subnet("vpc-0123456789abcdef0"))),
                passes(
                        "an id that AWS made for a resource of it",
                        stack(
                                resource("aws:ec2/vpc:Vpc", "v")
                                        .output("defaultSecurityGroupId", "sg-0123456789abcdef0"),
                                resource("aws:ec2/subnet:Subnet", "s").set("x", "sg-0123456789abcdef0"))),
                fails("an id from elsewhere", stack(VPC, subnet("vpc-0fffffffffffffff0")), "nothing here makes"),
                fails(
                        "one that only its own answer repeats",
                        stack(subnet("vpc-0fffffffffffffff0").output("vpcId", "vpc-0fffffffffffffff0")),
                        "vpc-0fffffffffffffff0"),
                fails(
                        "a key from elsewhere, in a list",
                        stack(resource("aws:ec2/subnet:Subnet", "s")
                                .set("x", List.of("arn:aws:kms:eu-central-1:111122223333:key/k"))),
                        "key/k"),
                unknownOfAnotherPolicy(),
                notApplicable("no references", stack(VPC)));
    }

    /** What is not known names nothing yet; a document that cannot be read is for the policy about it. */
    private static Case unknownOfAnotherPolicy() {
        return unknown(
                "an id from outputs",
                stack(resource("aws:ec2/subnet:Subnet", "s").unknown("vpcId")));
    }

    private static final ResourceBuilder VPC = resource("aws:ec2/vpc:Vpc", "v").id("vpc-0123456789abcdef0");

    private static ResourceBuilder subnet(String vpc) {
        return resource("aws:ec2/subnet:Subnet", "s").set("vpcId", vpc);
    }
}
