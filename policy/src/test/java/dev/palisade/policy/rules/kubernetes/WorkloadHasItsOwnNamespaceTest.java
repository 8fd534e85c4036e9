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
import java.util.List;

class WorkloadHasItsOwnNamespaceTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new WorkloadHasItsOwnNamespace();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("its own", stack(namespace().resource(), deployment().resource())),
                fails(
                        "none",
                        stack(
                                namespace().resource(),
                                deployment().without("metadata.namespace").resource()),
                        "default"),
                fails(
                        "the system's",
                        stack(
                                namespace().resource(),
                                deployment()
                                        .with("metadata.namespace", "kube-system")
                                        .resource()),
                        "kube-system"),
                fails("one that nobody made", deployment().alone(), "palisade"),
                fails(
                        "a Service elsewhere",
                        stack(
                                namespace().resource(),
                                Compliant.service()
                                        .with("metadata.namespace", "default")
                                        .resource()),
                        "default"),
                passes(
                        "a chart in its own",
                        stack(
                                namespace()
                                        .with("metadata.name", "cosign-system")
                                        .resource(),
                                Compliant.policyController().resource())),
                fails(
                        "a chart where nobody made one",
                        Compliant.policyController().alone(),
                        "cosign-system"),
                unknown(
                        "not known yet",
                        stack(
                                namespace().resource(),
                                deployment().unknown("metadata.namespace").resource())),
                unknown(
                        "the namespace's name is not known yet",
                        stack(
                                namespace().unknown("metadata.name").resource(),
                                deployment().resource())),
                notApplicable("no workload", namespace().alone()));
    }
}
