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
                passes("no bounds", deployment().alone()),
                passes("enough for all", quota("{pods: '10', limits.memory: 100Gi, requests.cpu: '100'}")),
                passes("a bound on something else", quota("{services.loadbalancers: '0'}")),
                fails("too few pods", quota("{pods: 1}"), "pods"),
                fails("too little memory", quota("{limits.memory: 1Mi}"), "limits.memory"),
                fails("too little to ask for", quota("{requests.cpu: 1m}"), "requests.cpu"),
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
}
