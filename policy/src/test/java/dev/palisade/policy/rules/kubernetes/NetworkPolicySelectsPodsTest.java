package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.networkPolicy;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;

class NetworkPolicySelectsPodsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new NetworkPolicySelectsPods();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the service's pods and port", with(networkPolicy())),
                passes("the port by its name", with(networkPolicy().with("spec.ingress[0].ports[0].port", "http"))),
                passes("all pods", with(Compliant.defaultDeny())),
                fails(
                        "other labels",
                        with(networkPolicy().yaml("spec.podSelector", "{matchLabels: {app: x}}")),
                        "selects no pod"),
                fails(
                        "an expression that excludes them",
                        with(
                                networkPolicy()
                                        .yaml(
                                                "spec.podSelector",
                                                "{matchExpressions: [{key: app.kubernetes.io/name, operator: NotIn, values: [service]}]}")),
                        "selects no pod"),
                fails("another namespace", with(networkPolicy().with("metadata.namespace", "other")), "selects no pod"),
                fails(
                        "another port",
                        with(networkPolicy().with("spec.ingress[0].ports[0].port", 22)),
                        "listens on: 22"),
                unknown("the labels are not known yet", with(networkPolicy().unknown("spec.podSelector.matchLabels"))),
                unknown(
                        "the pods' labels are not known yet",
                        stack(
                                deployment()
                                        .unknown("spec.template.metadata.labels")
                                        .resource(),
                                networkPolicy().resource())),
                passes("pods of a chart", with(networkPolicy().with("metadata.namespace", "kube-system"))),
                fails(
                        "every pod of a chart",
                        with(networkPolicy()
                                .with("metadata.namespace", "kube-system")
                                .yaml("spec.podSelector", "{}")),
                        "names no label's value"),
                fails(
                        "pods by what they lack",
                        with(networkPolicy()
                                .yaml("spec.podSelector", "{matchExpressions: [{key: x, operator: DoesNotExist}]}")),
                        "names no label's value"),
                notApplicable("no policy", deployment().alone()));
    }

    private static StackBuilder with(Manifest policy) {
        return stack(deployment().resource(), policy.resource());
    }
}
