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

class MountsAndReferencesResolveTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new MountsAndReferencesResolve();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a pull secret that is not there",
                        Manifest.of(
                                        "kubernetes:core/v1:Pod",
                                        "p",
                                        "{metadata: {namespace: n}, spec: {containers: [], imagePullSecrets: [{name: registry}]}}")
                                .alone(),
                        "imagePullSecrets"),
                passes("a volume that is mounted", stack(pod(List.of(TMP), List.of(MOUNT_TMP)))),
                passes("a secret that is synced", stack(CLASS, pod(List.of(STORE), List.of(MOUNT_STORE)))),
                passes("a variable from it, while a pod mounts it", stack(CLASS, env("database", "url"), MOUNTING)),
                fails(
                        "a variable from a class that no pod mounts",
                        stack(CLASS, env("database", "url")),
                        "nothing of the stack"),
                passes(
                        "a variable from a Secret",
                        stack(
                                resource("kubernetes:core/v1:Secret", "s")
                                        .set("metadata", Map.of("name", "x", "namespace", "app")),
                                env("x", "k"))),
                fails("a mount of nothing", stack(pod(List.of(), List.of(MOUNT_TMP))), "does not have"),
                fails("a volume for nobody", stack(pod(List.of(TMP), List.of())), "no container mounts"),
                fails(
                        "a class that is not there",
                        stack(pod(List.of(STORE), List.of(MOUNT_STORE))),
                        "SecretProviderClass"),
                fails(
                        "secrets that can be written",
                        stack(CLASS, pod(List.of(STORE), List.of(Map.of("name", "store", "mountPath", "/s")))),
                        "can write"),
                fails(
                        "a key that is not synced",
                        stack(CLASS, env("database", "password"), MOUNTING),
                        "nothing of the stack"),
                fails(
                        "a variable without a value",
                        stack(base().set("spec.containers", List.of(Map.of("env", List.of(Map.of("name", "A")))))),
                        "without a value: A"),
                fails(
                        "a variable from nowhere",
                        stack(base().set(
                                        "spec.containers",
                                        List.of(Map.of("env", List.of(Map.of("name", "A", "valueFrom", Map.of())))))),
                        "without a value: A"),
                fails(
                        "a mount with a blank",
                        stack(pod(List.of(TMP), List.of(Map.of("name", "tmp", "mountPath", "/tmp ")))),
                        "or nowhere"),
                fails(
                        "a part of the secrets, which no rotation reaches",
                        stack(
                                CLASS,
                                pod(
                                        List.of(STORE),
                                        List.of(Map.of(
                                                "name",
                                                "store",
                                                "mountPath",
                                                "/s/url",
                                                "readOnly",
                                                true,
                                                "subPath",
                                                "url")))),
                        "subPath"),
                passes(
                        "a claim of a StatefulSet",
                        stack(resource(Workloads.STATEFUL_SET, "s")
                                .set("spec.volumeClaimTemplates", List.of(Map.of("metadata", Map.of("name", "data"))))
                                .set(
                                        "spec.template.spec.containers",
                                        List.of(Map.of(
                                                "volumeMounts",
                                                List.of(Map.of("name", "data", "mountPath", "/data"))))))),
                unknown(
                        "volumes from outputs",
                        stack(base().unknown("spec.volumes")
                                .set("spec.containers", List.of(Map.of("volumeMounts", List.of(MOUNT_TMP)))))),
                notApplicable("no pods", stack(CLASS)));
    }

    private static final Map<String, Object> TMP = Map.of("name", "tmp", "emptyDir", Map.of());
    private static final Map<String, Object> MOUNT_TMP = Map.of("name", "tmp", "mountPath", "/tmp");
    private static final Map<String, Object> STORE = Map.of(
            "name",
            "store",
            "csi",
            Map.of(
                    "driver",
                    "secrets-store.csi.k8s.io",
                    "readOnly",
                    true,
                    "volumeAttributes",
                    Map.of("secretProviderClass", "database")));
    private static final Map<String, Object> MOUNT_STORE = Map.of("name", "store", "mountPath", "/s", "readOnly", true);
    private static final ResourceBuilder CLASS = resource(SecretSources.CLASS, "database")
            .set("metadata", Map.of("name", "database", "namespace", "app"))
            .set(
                    "spec.secretObjects",
                    List.of(Map.of(
                            "secretName", "database", "data", List.of(Map.of("key", "url", "objectName", "url")))));

    private static final ResourceBuilder MOUNTING = resource("kubernetes:core/v1:Pod", "mounting")
            .set("metadata", Map.of("name", "mounting", "namespace", "app"))
            .set("spec.volumes", List.of(STORE))
            .set("spec.containers", List.of(Map.of("name", "c", "volumeMounts", List.of(MOUNT_STORE))));

    private static ResourceBuilder env(String secret, String key) {
        return base().set(
                        "spec.containers",
                        List.of(Map.of(
                                "env",
                                List.of(Map.of(
                                        "name",
                                        "URL",
                                        "valueFrom",
                                        Map.of("secretKeyRef", Map.of("name", secret, "key", key)))))));
    }

    private static ResourceBuilder pod(List<Object> volumes, List<Object> mounts) {
        return base().set("spec.volumes", volumes)
                .set("spec.containers", List.of(Map.of("name", "c", "volumeMounts", mounts)));
    }

    private static ResourceBuilder base() {
        return resource("kubernetes:core/v1:Pod", "p").set("metadata", Map.of("name", "p", "namespace", "app"));
    }
}
