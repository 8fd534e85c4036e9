package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class PartsHaveNamesOfTheirOwnTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PartsHaveNamesOfTheirOwn();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "one port of an initial container, which has ended by then",
                        beside("initContainers", "{name: b, ports: [{containerPort: 80}]}")),
                fails(
                        "two on one port",
                        pod("{name: a, ports: [{containerPort: 80}]}, {name: b, ports: [{containerPort: 80}]}"),
                        "on one port"),
                fails(
                        "a sidecar on the port of the service",
                        beside("initContainers", "{name: b, restartPolicy: Always, ports: [{containerPort: 80}]}"),
                        "on one port"),
                passes("a deployment as the platform has it", deployment().alone()),
                passes(
                        "one port for two protocols",
                        pod("{name: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}]}")),
                passes("ports of a Service", service("{name: http, port: 80}, {name: https, port: 443}")),
                fails("two of one name", pod("{name: a}, {name: a}"), "two containers"),
                fails("no name", pod("{image: a}"), "no name"),
                fails("a name in capitals", pod("{name: Service}"), "no name"),
                fails(
                        "two at one path",
                        pod("{name: a, volumeMounts: [{name: x, mountPath: /t}, {name: y, mountPath: /t}]}"),
                        "one path"),
                fails(
                        "one port twice",
                        pod("{name: a, ports: [{containerPort: 80, protocol: TCP}, {containerPort: 80}]}"),
                        "two ports"),
                fails("two ports of one name", service("{name: http, port: 80}, {name: http, port: 443}"), "two ports"),
                fails("a port by a pattern", service("{name: '*', port: 80}"), "refuses"),
                fails("a port by a number", service("{name: '80', port: 80}"), "refuses"),
                fails(
                        "a variable twice",
                        pod("{name: a, env: [{name: A, value: x}, {name: A, value: y}]}"),
                        "two variables"),
                fails("a variable without a name", pod("{name: a, env: [{value: x}]}"), "a variable without a name"),
                fails(
                        "a variable by a pattern",
                        pod("{name: a, env: [{name: '*', value: x}]}"),
                        "a variable without a name"),
                fails(
                        "two volumes of one name",
                        Manifest.of(
                                        Workloads.POD,
                                        "p",
                                        "{spec: {containers: [{name: a}], volumes: [{name: v}, {name: v}]}}")
                                .alone(),
                        "two volumes"),
                unknown(
                        "a name from outputs",
                        Manifest.of(Workloads.POD, "p", "{spec: {containers: [{name: a}]}}")
                                .unknown("spec.containers[0].name")
                                .alone()),
                notApplicable(
                        "no workload", stack(resource("aws:kms/key:Key", "k").set("tags", Map.of()))));
    }

    private static StackBuilder pod(String containers) {
        return Manifest.of(Workloads.POD, "p", "{spec: {containers: [" + containers + "]}}")
                .alone();
    }

    private static StackBuilder service(String ports) {
        return Manifest.of(ClusterObjects.SERVICE, "s", "{spec: {ports: [" + ports + "]}}")
                .alone();
    }

    private static StackBuilder beside(String list, String container) {
        return Manifest.of(
                        Workloads.POD,
                        "p",
                        "{spec: {containers: [{name: a, ports: [{containerPort: 80}]}], " + list + ": [" + container
                                + "]}}")
                .alone();
    }
}
