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

class VpcEndpointHasPolicyTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VpcEndpointHasPolicy();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "one account",
                        stack(endpoint(
                                "{\"AWS\": \"*\"}",
                                "*",
                                "{\"StringEquals\": {\"aws:PrincipalAccount\": \"111122223333\"}}"))),
                passes(
                        "one resource",
                        stack(endpoint("\"*\"", "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*", "{}"))),
                fails("none", stack(resource(ENDPOINT, "s3")), "no policy"),
                fails(
                        "every action",
                        stack(
                                resource(ENDPOINT, "s3")
                                        .set(
                                                "policy",
                                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::x/*\"}]}")),
                        "every action"),
                fails("AWS's default", stack(endpoint("\"*\"", "*", "{}")), "everybody"),
                fails(
                        "a condition that lets all through",
                        stack(endpoint("\"*\"", "*", "{\"StringLike\": {\"aws:PrincipalAccount\": \"*\"}}")),
                        "everybody"),
                fails(
                        "roles of any account",
                        stack(endpoint("\"*\"", "arn:aws:iam::*:role/*", "{}")),
                        "any account may own"),
                fails(
                        "buckets of anybody",
                        stack(endpoint("\"*\"", "arn:aws:s3:::*-layers/*", "{}")),
                        "any account may own"),
                fails("not JSON", stack(resource(ENDPOINT, "s3").set("policy", "{")), "not JSON"),
                unknown("not known yet", stack(resource(ENDPOINT, "s3").unknown("policy"))),
                notApplicable(
                        "a gateway load balancer's",
                        stack(resource(ENDPOINT, "x").set("vpcEndpointType", "GatewayLoadBalancer"))),
                notApplicable("none", stack()));
    }

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private static ResourceBuilder endpoint(String principal, String resource, String condition) {
        return resource(ENDPOINT, "s3").set("policy", """
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s,
                          "Action": "s3:GetObject", "Resource": "%s", "Condition": %s}]}
                        """.formatted(principal, resource, condition));
    }
}
