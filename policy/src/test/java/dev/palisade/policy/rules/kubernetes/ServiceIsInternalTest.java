package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.service;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ServiceIsInternalTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceIsInternal();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a name for the internet",
                        Manifest.of(
                                        "kubernetes:core/v1:Service",
                                        "s",
                                        "metadata: {annotations: {external-dns.alpha.kubernetes.io/hostname: x.example.com}}")
                                .alone(),
                        "annotations"),
                passes("ClusterIP", service().alone()),
                passes("by default", service().without("spec.type").alone()),
                fails(
                        "LoadBalancer",
                        service().with("spec.type", "LoadBalancer").alone(),
                        "spec.type"),
                fails("NodePort", service().with("spec.type", "NodePort").alone(), "spec.type"),
                fails(
                        "ExternalName",
                        service().with("spec.externalName", "example.com").alone(),
                        "externalName"),
                fails(
                        "external addresses",
                        service().yaml("spec.externalIPs", "[203.0.113.1]").alone(),
                        "externalIPs"),
                fails(
                        "a node port",
                        service().with("spec.ports[0].nodePort", 30000).alone(),
                        "nodePort"),
                fails(
                        "a load balancer's address",
                        service().with("spec.loadBalancerIP", "203.0.113.1").alone(),
                        "loadBalancerIP"),
                fails(
                        "pods that are not ready",
                        service().with("spec.publishNotReadyAddresses", true).alone(),
                        "not ready"),
                unknown("not known yet", service().unknown("spec.type").alone()),
                notApplicable("no Service", stack()));
    }
}
