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

class SubnetTierSpansZonesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SubnetTierSpansZones();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("two zones", stack(subnet("data", "a"), subnet("data", "b"))),
                passes("three subnets in two", stack(subnet("data", "a"), subnet("data", "b"), subnet("data", "b2"))),
                fails(
                        "all in one",
                        stack(subnet("data", "a"), subnet("data", "b").set("availabilityZone", "eu-central-1a")),
                        "data, which has a single zone"),
                fails("another tier's zone", stack(subnet("data", "a"), subnet("private", "b")), "single zone"),
                fails(
                        "another VPC's zone",
                        stack(
                                subnet("data", "a").set("vpcId", "vpc-1"),
                                subnet("data", "b").set("vpcId", "vpc-2")),
                        "single zone"),
                unknown(
                        "a zone that is not known yet",
                        stack(subnet("data", "a"), subnet("data", "b").unknown("availabilityZone"))),
                unknown(
                        "a tier that is not known yet",
                        stack(subnet("data", "a").unknown("tags"))),
                notApplicable("no tier", stack(resource(Zones.SUBNET, "a"))),
                notApplicable("no subnet", stack()));
    }

    private static ResourceBuilder subnet(String tier, String zone) {
        return resource(Zones.SUBNET, tier + "-" + zone)
                .set("tags", Map.of("Tier", tier))
                .set("availabilityZone", "eu-central-1" + zone.charAt(0));
    }
}
