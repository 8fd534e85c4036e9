package dev.palisade.policy.rules.exposure;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.policy.flow.ExamplePlatform;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NothingUndeclaredIsReachableTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NothingUndeclaredIsReachable();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the example", new ExamplePlatform().stack()),
                fails(
                        "a load balancer on another port",
                        with(platform -> {
                            platform.get("http").set("port", 8080);
                            platform.ingress("load-balancer", "8080", "tcp", 8080)
                                    .set("cidrIpv4", "0.0.0.0/1");
                            platform.get("public-acl")
                                    .set("ingress", List.of(ExamplePlatform.rule(1, "-1", "0.0.0.0/0", 0)));
                        }),
                        "internet reaches load-balancer/service on tcp 8080"),
                fails(
                        "the service to the whole internet",
                        with(platform -> platform.get("policy").set("spec.egress", List.of(Map.of()))),
                        "pods/palisade/service reaches internet on tcp 443"),
                unknown("egress not known yet", with(platform -> platform.get("policy")
                        .unknown("spec.egress"))),
                notApplicable("no network", stack(resource("aws:kms/key:Key", "data"))));
    }

    @Test
    void namesSomeOfManyWaysThatAreNotKnownYet() {
        Graph graph =
                with(platform -> platform.get("policy").unknown("spec.egress")).build();

        assertThat(new NothingUndeclaredIsReachable().check(graph).reasons())
                .hasSize(4)
                .last()
                .asString()
                .matches("nor of \\d+ more flows");
    }

    private static StackBuilder with(Consumer<ExamplePlatform> change) {
        ExamplePlatform platform = new ExamplePlatform();
        change.accept(platform);
        return platform.stack();
    }
}
