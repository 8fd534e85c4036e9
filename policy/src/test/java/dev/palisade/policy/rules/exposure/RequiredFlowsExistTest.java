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

class RequiredFlowsExistTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new RequiredFlowsExist();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the example", new ExamplePlatform().stack()),
                fails(
                        "no listener for HTTPS",
                        with(platform -> platform.without("https")),
                        "load balancer service stops: no listener is on that port"),
                fails(
                        "pods of another label",
                        with(platform -> platform.get("service").set("spec.selector.app", "other")),
                        "no listener and target group of it lead to pods/palisade/service"),
                fails(
                        "no database group",
                        with(platform -> platform.without("database-in-nodes")),
                        "security group database stops: no ingress rule lets it in"),
                unknown("a rule not known yet", with(platform -> platform.get("load-balancer-in-443")
                        .unknown("cidrIpv4"))),
                notApplicable("no network", stack(resource("aws:kms/key:Key", "data"))));
    }

    private static StackBuilder with(Consumer<ExamplePlatform> change) {
        ExamplePlatform platform = new ExamplePlatform();
        change.accept(platform);
        return platform.stack();
    }
}
