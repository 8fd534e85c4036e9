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

class InterfaceEndpointIsGuardedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new InterfaceEndpointIsGuarded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("guarded", stack(group(), rule(443), endpoint())),
                fails(
                        "no private names",
                        stack(group(), rule(443), endpoint().set("privateDnsEnabled", false)),
                        "privateDnsEnabled"),
                fails(
                        "names not asked for",
                        stack(group(), rule(443), endpoint().unset("privateDnsEnabled")),
                        "privateDnsEnabled"),
                fails("the default group", stack(group(), endpoint().unset("securityGroupIds")), "no security group"),
                fails("more than HTTPS", stack(group(), rule(443), rule(22), endpoint()), "more than tcp 443"),
                unknown(
                        "a group not known yet",
                        stack(
                                group(),
                                resource(ENDPOINT, "x")
                                        .set("vpcEndpointType", "Interface")
                                        .set("privateDnsEnabled", true)
                                        .unknown("securityGroupIds"))),
                notApplicable("a gateway", stack(resource(ENDPOINT, "s3").set("vpcEndpointType", "Gateway"))),
                notApplicable("none", stack()));
    }

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private static ResourceBuilder group() {
        return resource("aws:ec2/securityGroup:SecurityGroup", "endpoints");
    }

    private static ResourceBuilder rule(int port) {
        return resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "r" + port)
                .refer("securityGroupId", group())
                .set("ipProtocol", "tcp")
                .set("fromPort", port)
                .set("toPort", port);
    }

    private static ResourceBuilder endpoint() {
        return resource(ENDPOINT, "sts")
                .set("vpcEndpointType", "Interface")
                .set("privateDnsEnabled", true)
                .referAll("securityGroupIds", group());
    }
}
