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

class PodTrustsTheClusterTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new PodTrustsTheCluster();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "another scheduler",
                        stack(resource("kubernetes:core/v1:Pod", "p").set("spec.schedulerName", "mine")),
                        "schedulerName"),
                fails(
                        "nodes of the control plane",
                        stack(resource("kubernetes:core/v1:Pod", "p")
                                .set("spec.nodeSelector", Map.of("node-role.kubernetes.io/control-plane", ""))),
                        "control plane"),
                passes("nothing of its own", stack(pod())),
                passes("one kind of node", stack(pod().set("spec.tolerations", List.of(Map.of("key", "gpu"))))),
                fails(
                        "an alias",
                        stack(pod().set("spec.hostAliases", List.of(Map.of("ip", "203.0.113.7")))),
                        "hostAliases"),
                fails("no DNS", stack(pod().set("spec.dnsPolicy", "None")), "dnsPolicy"),
                fails("a resolver", stack(pod().set("spec.dnsConfig.nameservers", List.of("8.8.8.8"))), "dnsConfig"),
                fails("a node", stack(pod().set("spec.nodeName", "n")), "nodeName"),
                fails(
                        "every node",
                        stack(pod().set("spec.tolerations", List.of(Map.of("operator", "Exists")))),
                        "toleration"),
                unknown("a policy from outputs", stack(pod().unknown("spec.dnsPolicy"))),
                notApplicable("no pods", stack()));
    }

    private static ResourceBuilder pod() {
        return resource("kubernetes:core/v1:Pod", "p");
    }
}
