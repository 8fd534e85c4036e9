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

class PodFindsANodeTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodFindsANode();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("any node", stack(pod("{}"), nodes())),
                passes("a label of Kubernetes", stack(pod("{nodeSelector: {kubernetes.io/os: linux}}"), nodes())),
                passes("a label of AWS", stack(pod("{nodeSelector: {eks.amazonaws.com/nodegroup: nodes}}"), nodes())),
                fails(
                        "a label of a domain that only ends alike",
                        stack(pod("{nodeSelector: {notkubernetes.io/os: linux}}"), nodes()),
                        "nodeSelector"),
                passes("a label of the group", stack(pod("{nodeSelector: {pool: general}}"), nodes())),
                passes("nodes from elsewhere", stack(pod("{nodeSelector: {pool: gpu}}"))),
                fails("a label of no group", stack(pod("{nodeSelector: {pool: gpu}}"), nodes()), "nodeSelector"),
                fails("a key of no group", stack(pod("{nodeSelector: {disk: fast}}"), nodes()), "nodeSelector"),
                unknown(
                        "a label from outputs",
                        stack(
                                Manifest.of(Workloads.POD, "p", "{spec: {nodeSelector: {}}}")
                                        .unknown("spec.nodeSelector.pool")
                                        .resource(),
                                nodes())),
                notApplicable("no workload", stack(nodes())));
    }

    private static ResourceBuilder pod(String spec) {
        return Manifest.of(Workloads.POD, "p", "{spec: " + spec + "}").resource();
    }

    private static ResourceBuilder nodes() {
        return resource("aws:eks/nodeGroup:NodeGroup", "n").set("labels", Map.of("pool", "general"));
    }
}
