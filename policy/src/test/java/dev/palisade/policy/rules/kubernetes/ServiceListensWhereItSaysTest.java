package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class ServiceListensWhereItSaysTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ServiceListensWhereItSays();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a probe that is answered", asked("/health/ready")),
                fails("a probe that nobody answers", asked("/metrics"), "without an answer"),
                passes("the declared port", stack(pod(Map.of("name", "PORT", "value", "5000")))),
                fails("another", stack(pod(Map.of("name", "PORT", "value", "8080"))), "PORT"),
                fails("none", stack(pod(Map.of("name", "X", "value", "y"))), "PORT"),
                passes(
                        "a level in small letters",
                        stack(pod(
                                Map.of("name", "PORT", "value", "5000"),
                                Map.of("name", "LOG_LEVEL", "value", "info")))),
                fails(
                        "every detail",
                        stack(pod(
                                Map.of("name", "PORT", "value", "5000"),
                                Map.of("name", "LOG_LEVEL", "value", "DEBUG"))),
                        "LOG_LEVEL"),
                unknown("a port from elsewhere", stack(pod(Map.of("name", "PORT", "valueFrom", Map.of())))),
                notApplicable("no service", stack(resource("kubernetes:core/v1:Pod", "p"))));
    }

    private static ResourceBuilder pod(Map<String, Object> variable) {
        return pod(variable, Map.of("name", "Y", "value", "z"));
    }

    private static ResourceBuilder pod(Map<String, Object> variable, Map<String, Object> more) {
        return resource("kubernetes:core/v1:Pod", "p")
                .set(
                        "spec.containers",
                        List.of(Map.of(
                                "name",
                                "c",
                                "ports",
                                List.of(Map.of("containerPort", 5000)),
                                "env",
                                List.of(Map.of("name", "RATE_LIMIT", "value", "1/hour"), variable, more))));
    }

    private static StackBuilder asked(String path) {
        return Manifest.of(
                        Workloads.POD,
                        "p",
                        "{spec: {containers: [{name: c, image: x/service, ports: [{containerPort: 5000}],"
                                + " readinessProbe: {httpGet: {path: " + path + ", port: 5000}},"
                                + " env: [{name: PORT, value: '5000'}, {name: RATE_LIMIT, value: 1/hour}]}]}}")
                .alone();
    }
}
