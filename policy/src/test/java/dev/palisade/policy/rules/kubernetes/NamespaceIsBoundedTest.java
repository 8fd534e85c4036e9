package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.namespace;
import static dev.palisade.policy.rules.kubernetes.Compliant.policyController;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NamespaceIsBoundedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NamespaceIsBounded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("quota and defaults", with(quota(), range())),
                fails(
                        "a chart's namespace",
                        stack(
                                namespace().resource(),
                                policyController().with("namespace", "palisade").resource()),
                        "no ResourceQuota"),
                fails(
                        "nothing",
                        stack(namespace().resource(), deployment().resource()),
                        "no ResourceQuota bounds pods"),
                fails(
                        "no bound of memory",
                        with(quota().without("spec.hard.limits~memory"), range()),
                        "bounds limits.memory"),
                fails("a bound of nothing", with(quota().with("spec.hard.pods", "0"), range()), "bounds pods"),
                fails(
                        "load balancers may be made",
                        with(quota().with("spec.hard.services~loadbalancers", "5"), range()),
                        "loadbalancers"),
                fails(
                        "of another namespace",
                        with(quota().with("metadata.namespace", "other"), range()),
                        "bounds pods"),
                fails(
                        "no defaults",
                        stack(namespace().resource(), deployment().resource(), quota().resource()),
                        "LimitRange"),
                fails("defaults of a pod", with(quota(), range().with("spec.limits[0].type", "Pod")), "LimitRange"),
                fails(
                        "defaults above the most",
                        with(quota(), range().with("spec.limits[0].default.cpu", "500M")),
                        "LimitRange"),
                fails(
                        "requests above their limits",
                        with(quota(), range().with("spec.limits[0].defaultRequest.cpu", "100M")),
                        "LimitRange"),
                fails("no default limit", with(quota(), range().without("spec.limits[0].default")), "LimitRange"),
                fails("no most", with(quota(), range().without("spec.limits[0].max")), "no LimitRange says"),
                fails(
                        "a most of nothing",
                        with(quota(), range().with("spec.limits[0].max.cpu", "0")),
                        "no LimitRange says"),
                unknown("not known yet", with(quota().unknown("spec.hard"), range())),
                notApplicable("a namespace without pods", namespace().alone()));
    }

    private static StackBuilder with(Manifest quota, Manifest range) {
        return stack(namespace().resource(), deployment().resource(), quota.resource(), range.resource());
    }

    private static Manifest quota() {
        return Manifest.of(ClusterObjects.QUOTA, "service", """
                metadata: {name: service, namespace: palisade}
                spec:
                  hard: {pods: "20", requests.cpu: "5", requests.memory: 8Gi, limits.cpu: "20", limits.memory: 16Gi,
                         services.loadbalancers: "0", services.nodeports: "0"}
                """);
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
