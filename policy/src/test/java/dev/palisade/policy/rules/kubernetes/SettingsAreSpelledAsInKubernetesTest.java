package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class SettingsAreSpelledAsInKubernetesTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new SettingsAreSpelledAsInKubernetes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "the words of the API",
                        policy("{policyTypes: [Ingress, Egress], ingress: [{ports: [{port: 53, protocol: UDP}]}]}")),
                passes("what is said of nothing", policy("{}")),
                passes(
                        "another spread",
                        Manifest.of(
                                        Workloads.POD,
                                        "p",
                                        "{spec: {containers: [{name: a}], topologySpreadConstraints: [{whenUnsatisfiable: ScheduleAnyway}]}}")
                                .alone()),
                notApplicable(
                        "what a chart calls its own",
                        stack(resource("kubernetes:helm.sh/v3:Release", "r")
                                .set("values", Map.of("ports", List.of(Map.of("protocol", "http")))))),
                fails("a direction in small letters", policy("{policyTypes: [ingress]}"), "spec.policyTypes"),
                fails(
                        "a protocol in small letters",
                        policy("{egress: [{ports: [{port: 53, protocol: udp}]}]}"),
                        "ports.protocol"),
                fails("an empty protocol", policy("{egress: [{ports: [{port: 53, protocol: ''}]}]}"), "ports.protocol"),
                fails(
                        "a profile that is none",
                        Manifest.of(
                                        Workloads.POD,
                                        "p",
                                        "{spec: {securityContext: {seccompProfile: {type: runtimeDefault}}}}")
                                .alone(),
                        "seccompProfile.type"),
                unknown(
                        "a protocol from outputs",
                        policy(Manifest.of(
                                        ClusterObjects.NETWORK_POLICY,
                                        "p",
                                        "{spec: {ingress: [{ports: [{port: 53}]}]}}")
                                .unknown("spec.ingress[0].ports[0].protocol"))),
                notApplicable("no objects", stack(resource("aws:kms/key:Key", "k"))));
    }

    private static StackBuilder policy(String spec) {
        return policy(Manifest.of(ClusterObjects.NETWORK_POLICY, "p", "{spec: " + spec + "}"));
    }

    private static StackBuilder policy(Manifest manifest) {
        return manifest.alone();
    }
}
