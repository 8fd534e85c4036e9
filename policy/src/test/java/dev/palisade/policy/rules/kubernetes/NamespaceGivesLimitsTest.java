package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.namespace;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NamespaceGivesLimitsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NamespaceGivesLimits();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a most and defaults", with(range())),
                fails("no defaults", stack(namespace().resource(), deployment().resource()), "LimitRange"),
                fails("defaults of a pod", with(range().with("spec.limits[0].type", "Pod")), "LimitRange"),
                fails(
                        "defaults above the most",
                        with(range().with("spec.limits[0].default.cpu", "500M")),
                        "LimitRange"),
                fails(
                        "requests above their limits",
                        with(range().with("spec.limits[0].defaultRequest.cpu", "100M")),
                        "LimitRange"),
                fails("no default limit", with(range().without("spec.limits[0].default")), "LimitRange"),
                fails("no most", with(range().without("spec.limits[0].max")), "no LimitRange says"),
                fails("a most of nothing", with(range().with("spec.limits[0].max.cpu", "0")), "no LimitRange says"),
                unknown("not known yet", with(range().unknown("spec.limits"))),
                notApplicable("a namespace without pods", namespace().alone()));
    }

    private static StackBuilder with(Manifest range) {
        return stack(namespace().resource(), deployment().resource(), range.resource());
    }

    private static Manifest range() {
        return Manifest.of(ClusterObjects.LIMIT_RANGE, "service", """
                metadata: {name: service, namespace: palisade}
                spec:
                  limits:
                  - {type: Container, default: {cpu: 500m, memory: 512Mi}, defaultRequest: {cpu: 100m, memory: 128Mi},
                     max: {cpu: "2", memory: 1Gi}}
                """);
    }
}
