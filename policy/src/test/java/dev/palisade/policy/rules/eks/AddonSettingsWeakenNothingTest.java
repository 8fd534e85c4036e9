package dev.palisade.policy.rules.eks;

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

class AddonSettingsWeakenNothingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new AddonSettingsWeakenNothing();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "the node's network in the chart's words",
                        stack(addon().set("configurationValues", "{\"hostNetwork\":{\"enabled\":true}}")),
                        "hostNetwork.enabled"),
                passes("no settings", stack(addon())),
                passes(
                        "network policies",
                        stack(
                                addon().set(
                                                "configurationValues",
                                                "{\"enableNetworkPolicy\":\"true\",\"env\":{\"AWS_VPC_K8S_CNI_EXTERNALSNAT\":\"true\"}}"))),
                fails(
                        "another image",
                        stack(addon().set("configurationValues", "{\"image\":{\"override\":\"docker.io/acme/cni\"}}")),
                        "image.override"),
                fails(
                        "a kubelet's certificate that nobody looks at",
                        stack(addon().set("configurationValues", "{\"args\":[\"--kubelet-insecure-tls\"]}")),
                        "args"),
                fails(
                        "a resolver of others",
                        stack(addon().set("configurationValues", "{\"corefile\":\".:53 {\\n forward . 8.8.8.8\\n}\"}")),
                        "corefile"),
                fails(
                        "the node's network",
                        stack(addon().set("configurationValues", "{\"node\":{\"hostNetwork\":true}}")),
                        "node.hostNetwork"),
                fails(
                        "a storage class of its own",
                        stack(addon().set("configurationValues", "{\"defaultStorageClass\":{\"enabled\":true}}")),
                        "defaultStorageClass"),
                fails(
                        "metrics for everybody",
                        stack(addon().set("configurationValues", "{\"metricsBindAddress\":\"0.0.0.0:10249\"}")),
                        "metricsBindAddress"),
                fails(
                        "no log of what network policies deny",
                        stack(addon().set(
                                        "configurationValues",
                                        "{\"nodeAgent\":{\"enablePolicyEventLogs\":\"false\"}}")),
                        "enablePolicyEventLogs"),
                fails("no JSON", stack(addon().set("configurationValues", "{")), "no JSON"),
                unknown("not known yet", stack(addon().unknown("configurationValues"))),
                notApplicable("no add-on", stack()));
    }

    private static ResourceBuilder addon() {
        return resource("aws:eks/addon:Addon", "a");
    }
}
