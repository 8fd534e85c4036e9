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
import java.util.Map;

class PodFindsWhatItNamesTest implements PolicyCases {
    private static final String POD = "spec.template.spec.";

    @Override
    public Policy policy() {
        return new PodFindsWhatItNames();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a variable that is there", variable("settings", "A")),
                fails("a variable from no map", variable("other", "A"), "from no key of it"),
                fails("a variable from no key", variable("settings", "B"), "from no key of it"),
                passes("names nothing", deployment().alone()),
                passes("a ConfigMap that is there", settings("{configMap: {name: settings}}")),
                passes("the cluster's root certificate", volume("{configMap: {name: kube-root-ca.crt}}")),
                passes("a Secret that may be absent", volume("{secret: {secretName: x, optional: true}}")),
                passes("variables that are there", from("{configMapRef: {name: settings}}")),
                passes(
                        "a class of the system",
                        deployment().with(POD + "priorityClassName", "system-x").alone()),
                fails("a ConfigMap from nowhere", volume("{configMap: {name: settings}}"), "ConfigMap"),
                fails("a Secret from nowhere", volume("{secret: {secretName: x}}"), "Secret"),
                fails("a claim from nowhere", volume("{persistentVolumeClaim: {claimName: x}}"), "claim"),
                fails("variables from nowhere", from("{configMapRef: {name: other}}"), "envFrom"),
                fails("secrets from nowhere", from("{secretRef: {name: other}}"), "envFrom"),
                fails(
                        "a class that nobody makes",
                        deployment().with(POD + "priorityClassName", "high").alone(),
                        "priority"),
                fails(
                        "a runtime that nobody brings",
                        deployment().with(POD + "runtimeClassName", "x").alone(),
                        "runtime"),
                fails(
                        "a secret for images from nowhere",
                        Manifest.of(
                                        ClusterObjects.SERVICE_ACCOUNT,
                                        "s",
                                        "{metadata: {namespace: n}, imagePullSecrets: [{name: x}]}")
                                .alone(),
                        "imagePullSecrets"),
                unknown(
                        "volumes from outputs",
                        deployment().unknown(POD + "volumes").alone()),
                notApplicable("no pods", stack(resource("kubernetes:core/v1:Namespace", "n"))));
    }

    private static StackBuilder volume(String volume) {
        return deployment().yaml(POD + "volumes", "[" + volume + "]").alone();
    }

    private static StackBuilder settings(String volume) {
        return stack(
                map(), deployment().yaml(POD + "volumes", "[" + volume + "]").resource());
    }

    private static StackBuilder variable(String map, String key) {
        return stack(
                map(),
                deployment()
                        .yaml(
                                POD + "containers[0].env",
                                "[{name: A, valueFrom: {configMapKeyRef: {name: " + map + ", key: " + key + "}}}]")
                        .resource());
    }

    private static StackBuilder from(String source) {
        return stack(
                map(),
                deployment()
                        .yaml(POD + "containers[0].envFrom", "[" + source + "]")
                        .resource());
    }

    private static ResourceBuilder map() {
        return resource("kubernetes:core/v1:ConfigMap", "m")
                .set("metadata", Map.of("name", "settings", "namespace", "palisade"))
                .set("data", Map.of("A", "a"));
    }
}
