package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.service;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class ServiceLeadsToPodsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceLeadsToPods();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a port of another protocol",
                        stack(
                                pod("UDP"),
                                Manifest.of(
                                                ClusterObjects.SERVICE,
                                                "s",
                                                "{metadata: {namespace: n}, spec: {selector: {a: b}, ports: [{port: 80}]}}")
                                        .resource()),
                        "no pod listens on"),
                passes("the service's pods", with(service())),
                passes("the port by its name", with(service().with("spec.ports[0].targetPort", "http"))),
                fails("other labels", with(service().yaml("spec.selector", "{app: x}")), "leads to no pod"),
                fails(
                        "labels of nobody beside the right ones",
                        with(service().yaml("spec.selector", "{app.kubernetes.io/name: service, app: x}")),
                        "leads to no pod"),
                fails("no selector", with(service().without("spec.selector")), "no selector"),
                fails("another namespace", with(service().with("metadata.namespace", "other")), "leads to no pod"),
                fails("another port", with(service().with("spec.ports[0].targetPort", 8080)), "listens on: 8080"),
                fails(
                        "the port itself, by default",
                        with(service().without("spec.ports[0].targetPort")),
                        "listens on: 80"),
                fails("no port", with(service().without("spec.ports")), "no port"),
                unknown("not known yet", with(service().unknown("spec.selector"))),
                notApplicable("no Service", deployment().alone()));
    }

    private static StackBuilder with(Manifest service) {
        return stack(deployment().resource(), service.resource());
    }

    private static ResourceBuilder pod(String protocol) {
        return Manifest.of(
                        Workloads.POD,
                        "p",
                        "{metadata: {namespace: n, labels: {a: b}}, spec: {containers: [{name: c,"
                                + " ports: [{containerPort: 80, protocol: " + protocol + "}]}]}}")
                .resource();
    }
}
