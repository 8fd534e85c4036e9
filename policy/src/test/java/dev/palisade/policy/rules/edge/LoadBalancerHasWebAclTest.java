package dev.palisade.policy.rules.edge;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;

class LoadBalancerHasWebAclTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LoadBalancerHasWebAcl();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an associated ACL", stack(balancer(), acl(), association())),
                passes(
                        "while its ARN is not known yet",
                        stack(balancer(), acl(), association().unknown("resourceArn", balancer()))),
                fails("no association", stack(balancer(), acl()), "no association"),
                fails(
                        "an association with another one",
                        stack(balancer(), acl(), association().set("resourceArn", "arn:other")),
                        "no association"),
                fails("with no ACL of the program", stack(balancer(), association()), "no association"),
                fails(
                        "an ACL for CloudFront",
                        stack(balancer(), acl().set("scope", "CLOUDFRONT"), association()),
                        "regional"),
                fails(
                        "failing open",
                        stack(balancer().set("enableWafFailOpen", true), acl(), association()),
                        "enableWafFailOpen"),
                unknown(
                        "what it protects is not known",
                        stack(
                                balancer(),
                                acl(),
                                association()
                                        .set("resourceArn", Value.unknown())
                                        .unknown("resourceArn", balancer(), other()),
                                other())),
                fails("a network load balancer", stack(balancer().set("loadBalancerType", "network")), "no firewall"),
                passes(
                        "one of the inside",
                        stack(balancer().set("loadBalancerType", "network").set("internal", true))),
                notApplicable("none", stack()));
    }

    private static ResourceBuilder balancer() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "service");
    }

    private static ResourceBuilder other() {
        return resource("aws:lb/loadBalancer:LoadBalancer", "other")
                .set("loadBalancerType", "network")
                .set("internal", true);
    }

    private static ResourceBuilder acl() {
        return resource("aws:wafv2/webAcl:WebAcl", "service").set("scope", "REGIONAL");
    }

    private static ResourceBuilder association() {
        return resource("aws:wafv2/webAclAssociation:WebAclAssociation", "service")
                .refer("resourceArn", balancer())
                .refer("webAclArn", acl());
    }
}
