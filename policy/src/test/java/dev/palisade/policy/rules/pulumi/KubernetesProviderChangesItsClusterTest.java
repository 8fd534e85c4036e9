package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class KubernetesProviderChangesItsClusterTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new KubernetesProviderChangesItsCluster();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("none of these options", stack(resource("pulumi:providers:kubernetes", "p"))),
                fails(
                        "files in place of a cluster",
                        stack(resource("pulumi:providers:kubernetes", "p").set("renderYamlToDirectory", "out")),
                        "renderYamlToDirectory"),
                fails(
                        "another context",
                        stack(resource("pulumi:providers:kubernetes", "p").set("context", "x")),
                        "context"),
                fails(
                        "what it cannot reach",
                        stack(resource("pulumi:providers:kubernetes", "p").set("deleteUnreachable", true)),
                        "deleteUnreachable"),
                unknown(
                        "a context from outputs",
                        stack(resource("pulumi:providers:kubernetes", "p").unknown("context"))),
                notApplicable("no provider", stack()));
    }
}
