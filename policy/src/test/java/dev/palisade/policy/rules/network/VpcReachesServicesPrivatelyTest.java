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
import java.util.stream.Stream;

class VpcReachesServicesPrivatelyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VpcReachesServicesPrivately();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all of them", stack(cluster(), vpc()).with(all())),
                fails("none", stack(cluster(), vpc()), "no endpoint for s3"),
                fails(
                        "one is missing",
                        stack(cluster(), vpc())
                                .with(List.of(all()).subList(1, 11).toArray(ResourceBuilder[]::new)),
                        "no endpoint for s3"),
                fails(
                        "in another VPC",
                        stack(cluster(), vpc(), endpoint("s3").set("vpcId", "vpc-9")),
                        "no endpoint for s3"),
                unknown(
                        "not known yet",
                        stack(
                                cluster(),
                                vpc(),
                                resource(ENDPOINT, "x").unknown("vpcId").set("serviceName", "x"))),
                notApplicable("no cluster", stack(vpc())),
                notApplicable("no VPC", stack(cluster())));
    }

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private static ResourceBuilder cluster() {
        return resource("aws:eks/cluster:Cluster", "main");
    }

    private static ResourceBuilder vpc() {
        return resource("aws:ec2/vpc:Vpc", "vpc");
    }

    private static ResourceBuilder[] all() {
        return Stream.of(
                        "s3",
                        "ecr.api",
                        "ecr.dkr",
                        "sts",
                        "logs",
                        "ec2",
                        "eks",
                        "eks-auth",
                        "kms",
                        "secretsmanager",
                        "elasticloadbalancing")
                .map(VpcReachesServicesPrivatelyTest::endpoint)
                .toArray(ResourceBuilder[]::new);
    }

    private static ResourceBuilder endpoint(String service) {
        return resource(ENDPOINT, service)
                .refer("vpcId", vpc())
                .set("serviceName", "com.amazonaws.eu-central-1." + service);
    }
}
