package dev.palisade.policy.rules.exposure;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.flow.ExamplePlatform;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.function.Consumer;

class ForbiddenFlowsAreAbsentTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ForbiddenFlowsAreAbsent();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the example", new ExamplePlatform().stack()),
                fails(
                        "no firewall",
                        with(platform -> platform.without("waf")),
                        "no-way-round-the-waf: internet reaches"),
                fails(
                        "a load balancer of the Service's own",
                        with(platform -> platform.get("service").set("spec.type", "LoadBalancer")),
                        "type LoadBalancer makes a load balancer of its own for 0.0.0.0/0"),
                fails(
                        "no network policy",
                        with(platform -> platform.without("policy")),
                        "none selects them for ingress"),
                unknown(
                        "a firewall of which it is not known what it protects",
                        with(platform -> platform.add(
                                "waf",
                                resource("aws:wafv2/webAclAssociation:WebAclAssociation", "service")
                                        .unknown("resourceArn")))),
                notApplicable("no network", stack(resource("aws:kms/key:Key", "data"))));
    }

    private static StackBuilder with(Consumer<ExamplePlatform> change) {
        ExamplePlatform platform = new ExamplePlatform();
        change.accept(platform);
        return platform.stack();
    }
}
