package dev.palisade.policy.rules.observability;

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

class AlarmDimensionsNameThisStackTest implements PolicyCases {
    private static final ResourceBuilder BALANCER = resource("aws:lb/loadBalancer:LoadBalancer", "service")
            .output("arn", "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/service/1");
    private static final ResourceBuilder FIREWALL = resource("aws:wafv2/webAcl:WebAcl", "service")
            .set("name", "service")
            .output("arn", "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/service/1");

    @Override
    public Policy policy() {
        return new AlarmDimensionsNameThisStack();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the load balancer", stack(BALANCER, alarm("LoadBalancer", "app/service/1"))),
                fails("another", stack(BALANCER, alarm("LoadBalancer", "app/other/2")), "app/other/2"),
                fails(
                        "its whole ARN",
                        stack(
                                BALANCER,
                                alarm(
                                        "LoadBalancer",
                                        "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/service/1")),
                        "nothing here is"),
                passes("the firewall", stack(FIREWALL, alarm("WebACL", "service"))),
                fails("a firewall of another region", stack(FIREWALL, alarm("Region", "us-east-1")), "us-east-1"),
                fails(
                        "another cluster",
                        stack(
                                resource("aws:eks/cluster:Cluster", "main").set("name", "main"),
                                alarm("ClusterName", "other")),
                        "other"),
                passes(
                        "a name from the load balancer's output",
                        stack(BALANCER, alarm("LoadBalancer", "x").unknown("dimensions.LoadBalancer", BALANCER))),
                unknown(
                        "a load balancer that is not made yet",
                        stack(
                                resource("aws:lb/loadBalancer:LoadBalancer", "service"),
                                alarm("LoadBalancer", "app/service/1"))),
                notApplicable("another stack's", stack(alarm("LoadBalancer", "app/other/2"))),
                notApplicable("what is no name", stack(BALANCER, alarm("AvailabilityZone", "a"))));
    }

    private static ResourceBuilder alarm(String dimension, String name) {
        return resource(Alarms.ALARM, "a").set("dimensions", Map.of(dimension, name));
    }
}
