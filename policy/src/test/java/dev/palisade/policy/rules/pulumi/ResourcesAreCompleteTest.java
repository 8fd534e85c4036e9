package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ResourcesAreCompleteTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ResourcesAreComplete();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "a subnet of a VPC",
                        stack(resource("aws:ec2/subnet:Subnet", "s").set("vpcId", "vpc-1"))),
                passes(
                        "a subnet of a VPC that is made now",
                        stack(resource("aws:ec2/subnet:Subnet", "s").unknown("vpcId"))),
                fails("a subnet of none", stack(resource("aws:ec2/subnet:Subnet", "s")), "vpcId"),
                fails(
                        "of an empty one",
                        stack(resource("aws:ec2/subnet:Subnet", "s").set("vpcId", "")),
                        "vpcId"),
                fails("of any", stack(resource("aws:ec2/subnet:Subnet", "s").set("vpcId", "*")), "vpcId"),
                fails(
                        "a record of no type",
                        stack(resource("aws:route53/record:Record", "r").set("zoneId", "Z1")),
                        "type"),
                passes(
                        "a record",
                        stack(resource("aws:route53/record:Record", "r")
                                .set("zoneId", "Z1")
                                .set("type", "CNAME"))),
                passes(
                        "an event's pattern",
                        stack(resource("aws:cloudwatch/eventRule:EventRule", "e")
                                .set("eventPattern", "{\"source\": [\"aws.ecr\"]}"))),
                passes(
                        "a schedule",
                        stack(resource("aws:cloudwatch/eventRule:EventRule", "e")
                                .set("scheduleExpression", "rate(1 day)"))),
                fails(
                        "half a pattern",
                        stack(resource("aws:cloudwatch/eventRule:EventRule", "e")
                                .set("eventPattern", "{\"source\": [\"aws.ecr\"]")),
                        "eventPattern"),
                unknown(
                        "a pattern from outputs",
                        stack(resource("aws:cloudwatch/eventRule:EventRule", "e")
                                .unknown("eventPattern"))),
                notApplicable("none", stack()));
    }
}
