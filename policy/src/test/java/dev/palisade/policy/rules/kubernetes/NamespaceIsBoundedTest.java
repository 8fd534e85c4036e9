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
