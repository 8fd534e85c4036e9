package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.policyController;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class SignatureControllerIsReachableTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SignatureControllerIsReachable();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("reached and let out", with(traffic())),
                passes("without a selector", with(traffic().without("spec.podSelector.matchLabels"))),
                passes("on every port", with(traffic().without("spec.ingress[0].ports"))),
                passes(
                        "by another label beside",
                        with(traffic().with("spec.podSelector.matchLabels.control-plane", "policy-controller"))),
                fails("nobody admitted", with(traffic().without("spec.ingress")), "8443"),
                fails("another port", with(traffic().with("spec.ingress[0].ports[0].port", 9443)), "8443"),
                fails("no way out", with(traffic().with("spec.egress[1].ports[0].port", 8080)), "443"),
                fails(
                        "pods by a label that the chart does not set",
                        with(traffic()
                                .without("spec.podSelector.matchLabels")
                                .with("spec.podSelector.matchLabels.job", "x")),
                        "8443"),
                fails("no names", with(traffic().with("spec.egress[0].ports[0].protocol", "TCP")), "names"),
                fails("names over TCP alone", with(traffic().without("spec.egress[0].ports[0].protocol")), "names"),
                fails(
                        "other pods",
                        with(traffic().with("spec.podSelector.matchLabels.app~kubernetes~io/name", "other")),
                        "8443"),
                fails("in another namespace", with(traffic().with("metadata.namespace", "other"), deny()), "8443"),
                unknown("a port from outputs", with(traffic().unknown("spec.ingress[0].ports[0].port"))),
                notApplicable("no network policies", policyController().alone()),
                notApplicable(
                        "another chart",
                        policyController().with("chart", "kyverno").alone()));
    }

    private static StackBuilder with(Manifest... policies) {
        StackBuilder stack = stack(policyController().resource());
        for (Manifest policy : policies) {
            stack = stack.with(policy.resource());
        }
        return stack;
    }

    private static Manifest deny() {
        return Manifest.of(
                ClusterObjects.NETWORK_POLICY,
                "deny",
                "{metadata: {namespace: cosign-system}, spec: {podSelector: {}, policyTypes: [Ingress, Egress]}}");
    }

    private static Manifest traffic() {
        return Manifest.of(ClusterObjects.NETWORK_POLICY, "traffic", """
                metadata: {namespace: cosign-system}
                spec:
                  podSelector: {matchLabels: {app.kubernetes.io/name: policy-controller}}
                  ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/28}}], ports: [{port: 8443, protocol: TCP}]}]
                  egress:
                  - {to: [{namespaceSelector: {}}], ports: [{port: 53, protocol: UDP}]}
                  - {to: [{ipBlock: {cidr: 10.0.0.0/17}}], ports: [{port: 443, protocol: TCP}]}
                """);
    }
}
