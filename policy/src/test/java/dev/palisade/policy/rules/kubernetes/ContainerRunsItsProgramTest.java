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

class ContainerRunsItsProgramTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ContainerRunsItsProgram();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the image's own command", stack(pod(Map.of("name", "c")))),
                passes(
                        "a program with arguments",
                        stack(pod(Map.of(
                                "name",
                                "c",
                                "command",
                                List.of("java", "-jar", "app.jar"),
                                "args",
                                List.of("--port=5000"))))),
                fails("a shell", stack(pod(Map.of("name", "c", "command", List.of("/bin/sh", "-c", "x")))), "shell"),
                fails("a pause", stack(pod(Map.of("name", "c", "command", List.of("sleep", "infinity")))), "shell"),
                fails(
                        "no check of certificates",
                        stack(pod(Map.of("name", "c", "args", List.of("--kubelet-insecure-tls")))),
                        "args"),
                fails("no authentication", stack(pod(Map.of("name", "c", "args", List.of("--disable-auth")))), "args"),
                fails(
                        "a debugger",
                        stack(pod(
                                Map.of("name", "c", "command", List.of("java", "-agentlib:jdwp=transport=dt_socket")))),
                        "command"),
                fails(
                        "remote management",
                        stack(pod(Map.of("name", "c", "args", List.of("-Dcom.sun.management.jmxremote.port=9010")))),
                        "args"),
                unknown(
                        "containers from outputs",
                        stack(resource("kubernetes:core/v1:Pod", "p").unknown("spec.containers"))),
                notApplicable("no pods", stack()));
    }

    private static ResourceBuilder pod(Map<String, Object> container) {
        return resource("kubernetes:core/v1:Pod", "p").set("spec.containers", List.of(container));
    }
}
