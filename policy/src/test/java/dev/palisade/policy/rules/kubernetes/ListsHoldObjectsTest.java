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

class ListsHoldObjectsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ListsHoldObjects();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("rules with ports", policy("{ingress: [{from: [{podSelector: {}}], ports: [{port: 53}]}]}")),
                passes("no rules", policy("{egress: []}")),
                passes("a map of limits in a container", pod("{name: a, resources: {limits: {cpu: '1'}}}")),
                fails("a star for any peer", policy("{ingress: [{from: ['*']}]}"), "ingress.from"),
                fails("a star for any rule", policy("{egress: ['*']}"), "spec.egress"),
                fails("a text for a port", pod("{name: a, ports: ['80']}"), "containers.ports"),
                fails(
                        "an authority that is none",
                        stack(resource(ImagePolicies.POLICY, "p").set("spec", Map.of("authorities", List.of("*")))),
                        "spec.authorities"),
                unknown(
                        "rules from outputs",
                        Manifest.of(ClusterObjects.NETWORK_POLICY, "p", "{spec: {}}")
                                .unknown("spec.ingress")
                                .alone()),
                notApplicable("no objects", stack(resource("aws:kms/key:Key", "k"))));
    }

    private static StackBuilder policy(String spec) {
        return Manifest.of(ClusterObjects.NETWORK_POLICY, "p", "{spec: " + spec + "}")
                .alone();
    }

    private static StackBuilder pod(String container) {
        return Manifest.of(Workloads.POD, "p", "{spec: {containers: [" + container + "]}}")
                .alone();
    }
}
