package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.defaultDeny;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.namespace;
import static dev.palisade.policy.rules.kubernetes.Compliant.policyController;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NamespaceDeniesByDefaultTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NamespaceDeniesByDefault();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("both directions", with(defaultDeny())),
                passes(
                        "a policy for each direction",
                        with(defaultDeny().yaml("spec.policyTypes", "[Ingress]"))
                                .with(Manifest.of(
                                                ClusterObjects.NETWORK_POLICY,
                                                "egress",
                                                "{metadata: {name: e, namespace: palisade}, spec: {podSelector: {}, policyTypes: [Egress]}}")
                                        .resource())),
                fails(
                        "a chart's namespace",
                        stack(
                                namespace().resource(),
                                policyController().with("namespace", "palisade").resource()),
                        "lets every pod"),
                fails("none", stack(namespace().resource(), deployment().resource()), "ingress"),
                fails("of another namespace", with(defaultDeny().with("metadata.namespace", "other")), "egress"),
                fails("of some pods", with(defaultDeny().yaml("spec.podSelector", "{matchLabels: {a: b}}")), "ingress"),
                fails(
                        "of some pods by expression",
                        with(defaultDeny()
                                .yaml("spec.podSelector", "{matchExpressions: [{key: a, operator: Exists}]}")),
                        "ingress"),
                fails("ingress alone", with(defaultDeny().yaml("spec.policyTypes", "[Ingress]")), "egress"),
                fails("egress alone", with(defaultDeny().yaml("spec.policyTypes", "[Egress]")), "ingress"),
                fails("no direction is named", with(defaultDeny().without("spec.policyTypes")), "egress"),
                fails("a rule that allows everything in", with(defaultDeny().yaml("spec.ingress", "[{}]")), "ingress"),
                fails("a rule that allows everything out", with(defaultDeny().yaml("spec.egress", "[{}]")), "egress"),
                unknown("rules are not known yet", with(defaultDeny().unknown("spec.ingress"))),
                unknown("its namespace is not known yet", with(defaultDeny().unknown("metadata.namespace"))),
                notApplicable("a namespace without pods", namespace().alone()));
    }

    private static StackBuilder with(Manifest policy) {
        return stack(namespace().resource(), deployment().resource(), policy.resource());
    }
}
