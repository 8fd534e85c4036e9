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

class LimitRangeAdmitsContainersTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new LimitRangeAdmitsContainers();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("no bounds", deployment().alone()),
                passes("as much as one may ask for", range("{type: Container, max: {memory: 64Gi}}")),
                passes(
                        "less than one must ask for",
                        range("{type: Container, min: {memory: 1Mi}, maxLimitRequestRatio: {memory: '50'}}")),
                passes("a bound on a claim", range("{type: PersistentVolumeClaim, max: {memory: 1Mi}}")),
                fails("more than one may ask for", range("{type: Container, max: {memory: 1Mi}}"), "LimitRange"),
                fails("more than a pod may have", range("{type: Pod, max: {cpu: 1m}}"), "a pod have"),
                fails(
                        "more than is asked for",
                        range("{type: Container, min: {memory: 64Gi}}"),
                        "less than its LimitRange wants"),
                fails(
                        "a limit far over the request",
                        range("{type: Container, maxLimitRequestRatio: {memory: '1'}}"),
                        "too little of its limit"),
                unknown(
                        "a limit range whose namespace comes from outputs",
                        stack(
                                deployment().resource(),
                                limits("{type: Container, max: {memory: 1Mi}}").unknown("metadata.namespace"))),
                notApplicable("no workload", stack(resource("kubernetes:core/v1:Namespace", "n"))));
    }

    private static StackBuilder range(String bounds) {
        return stack(deployment().resource(), limits(bounds));
    }

    private static ResourceBuilder limits(String bounds) {
        return Manifest.of(
                        ClusterObjects.LIMIT_RANGE,
                        "l",
                        "{metadata: {namespace: palisade}, spec: {limits: [" + bounds + "]}}")
                .resource();
    }
}
