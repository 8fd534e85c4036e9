package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class IngressStaysInsideTest implements PolicyCases {
    private static final String SCHEME = "metadata.annotations.alb~ingress~kubernetes~io/scheme";

    @Override
    public Policy policy() {
        return new IngressStaysInside();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("internal, with TLS", ingress().alone()),
                fails(
                        "to the internet",
                        ingress().with(SCHEME, "internet-facing").alone(),
                        "scheme"),
                fails("wherever its class leads", ingress().without(SCHEME).alone(), "scheme"),
                fails("plain", ingress().without("spec.tls").alone(), "plain HTTP"),
                unknown(
                        "not known yet",
                        ingress().unknown("metadata.annotations").alone()),
                notApplicable("no Ingress", stack()));
    }

    private static Manifest ingress() {
        return Manifest.of("kubernetes:networking.k8s.io/v1:Ingress", "i", """
                metadata: {name: i, namespace: palisade, annotations: {alb.ingress.kubernetes.io/scheme: internal}}
                spec: {tls: [{hosts: [api.example.com]}]}
                """);
    }
}
