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

class NetworkServesOneApplicationTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkServesOneApplication();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the example", new ExamplePlatform().stack()),
                passes(
                        "a controller beside it",
                        with(platform -> platform.add(
                                "system",
                                resource("kubernetes:apps/v1:DaemonSet", "agent")
                                        .set("metadata.namespace", "kube-system")))),
                fails(
                        "a second application",
                        with(platform -> platform.add(
                                "second",
                                resource("kubernetes:apps/v1:StatefulSet", "queue")
                                        .set("metadata.namespace", "queue"))),
                        "queue runs on the pod network of service"),
                passes(
                        "another part of the same",
                        with(platform -> platform.add(
                                "second",
                                resource("kubernetes:apps/v1:Deployment", "worker")
                                        .set("metadata.namespace", "palisade")))),
                unknown(
                        "a workload of a namespace not known yet",
                        with(platform -> platform.add(
                                "second",
                                resource("kubernetes:core/v1:Pod", "later").unknown("metadata.namespace")))),
                notApplicable("no workload", stack(resource("aws:kms/key:Key", "data"))));
    }

    private static StackBuilder with(Consumer<ExamplePlatform> change) {
        ExamplePlatform platform = new ExamplePlatform();
        change.accept(platform);
        return platform.stack();
    }
}
