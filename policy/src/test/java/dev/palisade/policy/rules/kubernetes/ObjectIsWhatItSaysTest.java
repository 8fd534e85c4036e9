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

class ObjectIsWhatItSaysTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ObjectIsWhatItSays();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("what an SDK makes", stack(policy(Map.of("name", "service")))),
                passes(
                        "one of the core",
                        stack(resource("kubernetes:core/v1:Namespace", "n")
                                .set("apiVersion", "v1")
                                .set("kind", "Namespace"))),
                passes(
                        "a patch",
                        stack(resource("kubernetes:core/v1:ConfigMapPatch", "n")
                                .set("apiVersion", "v1")
                                .set("kind", "ConfigMap"))),
                passes(
                        "a role with colons in its name",
                        stack(resource("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "r")
                                .set("metadata", Map.of("name", "system:reader")))),
                passes(
                        "labels",
                        stack(policy(Map.of("labels", Map.of("app.kubernetes.io/name", "a_B-1", "empty", ""))))),
                fails("another kind", stack(policy(Map.of()).set("kind", "ConfigMap")), "another kind"),
                fails("another version", stack(policy(Map.of()).set("apiVersion", "v1")), "another kind"),
                fails("a name in capitals", stack(policy(Map.of("name", "Service"))), "metadata.name"),
                fails("an empty name", stack(policy(Map.of("name", ""))), "metadata.name"),
                fails("a pattern as a label", stack(policy(Map.of("labels", Map.of("app", "*")))), "labels"),
                fails("a label with a blank", stack(policy(Map.of("labels", Map.of("app", "a ")))), "labels"),
                fails("a label without a name", stack(policy(Map.of("labels", Map.of("", "a")))), "labels"),
                unknown("a name from outputs", stack(policy(Map.of()).unknown("metadata.name"))),
                unknown("labels from outputs", stack(policy(Map.of()).unknown("metadata.labels"))),
                notApplicable("no objects", stack(resource("kubernetes:yaml:ConfigGroup", "g"))));
    }

    private static ResourceBuilder policy(Map<String, Object> metadata) {
        return resource(ClusterObjects.NETWORK_POLICY, "p")
                .set("apiVersion", "networking.k8s.io/v1")
                .set("kind", "NetworkPolicy")
                .set("metadata", metadata);
    }
}
