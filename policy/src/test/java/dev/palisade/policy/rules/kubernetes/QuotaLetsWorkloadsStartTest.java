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
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class QuotaLetsWorkloadsStartTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new QuotaLetsWorkloadsStart();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "less than one must ask for",
                        bounds("{min: {memory: 1Mi}, maxLimitRequestRatio: {memory: '50'}}")),
                fails("more than is asked for", bounds("{min: {memory: 64Gi}}"), "less than its LimitRange wants"),
                fails(
                        "a limit far over the request",
                        bounds("{maxLimitRequestRatio: {memory: '1'}}"),
                        "too little of its limit"),
                passes("no bounds", deployment().alone()),
                passes("enough for all", quota("{pods: '10', limits.memory: 100Gi, requests.cpu: '100'}")),
                passes("a bound on something else", quota("{services.loadbalancers: '0'}")),
                passes("as much as one may ask for", range("64Gi")),
                fails("too few pods", quota("{pods: 1}"), "pods"),
                fails("too little memory", quota("{limits.memory: 1Mi}"), "limits.memory"),
                fails("too little to ask for", quota("{requests.cpu: 1m}"), "requests.cpu"),
                fails("more than one may ask for", range("1Mi"), "LimitRange"),
                fails(
                        "more than a pod may have",
                        stack(
                                deployment().resource(),
                                Manifest.of(
                                                ClusterObjects.LIMIT_RANGE,
                                                "l",
                                                "{metadata: {namespace: palisade}, spec: {limits: [{type: Pod, max: {cpu: 1m}}]}}")
                                        .resource()),
                        "a pod have"),
                unknown(
                        "a quota whose namespace comes from outputs",
                        stack(deployment().resource(), small())),
                notApplicable("no workload", stack(resource("kubernetes:core/v1:Namespace", "n"))));
    }

    private static StackBuilder quota(String hard) {
        return stack(
                deployment().resource(),
                Manifest.of(ClusterObjects.QUOTA, "q", "{metadata: {namespace: palisade}, spec: {hard: " + hard + "}}")
                        .resource());
    }

    private static ResourceBuilder small() {
        return Manifest.of(ClusterObjects.QUOTA, "q", "{spec: {hard: {pods: 1}}}")
                .resource()
                .unknown("metadata.namespace");
    }

    private static StackBuilder range(String memory) {
        return stack(
                deployment().resource(),
                Manifest.of(
                                ClusterObjects.LIMIT_RANGE,
                                "l",
                                "{metadata: {namespace: palisade}, spec: {limits: [{type: Container, max: {memory: "
                                        + memory + "}}]}}")
                        .resource());
    }

    private static StackBuilder bounds(String container) {
        return stack(
                deployment().resource(),
                Manifest.of(
                                ClusterObjects.LIMIT_RANGE,
                                "l",
                                "{metadata: {namespace: palisade}, spec: {limits: [{type: Container}]}}")
                        .yaml("spec.limits[0]", container.replaceFirst("\\{", "{type: Container, "))
                        .resource());
    }
}
