package dev.palisade.policy.rules.edge;

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

class RecordLeadsToTheLoadBalancerTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RecordLeadsToTheLoadBalancer();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a name that anybody can claim",
                        stack(resource("aws:route53/record:Record", "old")
                                .set("type", "CNAME")
                                .set("name", "old.example.com")
                                .set("records", List.of("old.s3-website.eu-central-1.amazonaws.com"))),
                        "anybody can claim"),
                notApplicable(
                        "the proof of a certificate",
                        stack(resource("aws:route53/record:Record", "proof")
                                .set("type", "CNAME")
                                .set("records", List.of("_x.acm-validations.aws.")))),
                fails(
                        "a name without a certificate",
                        stack(
                                resource("aws:acm/certificate:Certificate", "c").set("domainName", "api.example.com"),
                                resource("aws:route53/record:Record", "r")
                                        .set("type", "A")
                                        .set("name", "www.example.com")),
                        "no certificate"),
                passes("an alias", stack(balancer(), record("service.elb.amazonaws.com"))),
                passes(
                        "while it is not known yet",
                        stack(
                                balancer(),
                                resource(RECORD, "x")
                                        .set("type", "A")
                                        .unknown("aliases", balancer())
                                        .set(
                                                "aliases",
                                                List.of(Map.of("name", UNKNOWN, "evaluateTargetHealth", true))))),
                fails(
                        "an alias that leads on while no target is healthy",
                        stack(
                                balancer(),
                                record("x").set("aliases", List.of(Map.of("name", "service.elb.amazonaws.com")))),
                        "evaluateTargetHealth"),
                fails(
                        "a load balancer without a name",
                        stack(
                                balancer(),
                                resource(RECORD, "x").set("type", "CNAME").set("records", List.of("y"))),
                        "no record that leads to it"),
                fails("something gone", stack(balancer(), record("gone.elb.amazonaws.com")), "no load balancer"),
                fails(
                        "an address",
                        stack(
                                balancer(),
                                resource(RECORD, "x").set("type", "A").set("records", List.of("198.51.100.7"))),
                        "an address"),
                fails(
                        "every name",
                        stack(balancer(), record("service.elb.amazonaws.com").set("name", "*.example.com")),
                        "every name"),
                unknown(
                        "not known yet",
                        stack(balancer(), resource(RECORD, "x").set("type", "A").unknown("aliases"))),
                notApplicable(
                        "a proof of ownership",
                        stack(resource(RECORD, "x").set("type", "CNAME").set("records", List.of("y")))),
                notApplicable("none", stack()));
    }

    private static final String RECORD = "aws:route53/record:Record";
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service").output("dnsName", "service.elb.amazonaws.com");
    }

    private static ResourceBuilder record(String alias) {
        return resource(RECORD, "service")
                .set("type", "A")
                .set("name", "api.example.com")
                .set("aliases", List.of(Map.of("name", alias, "evaluateTargetHealth", true)));
    }
}
