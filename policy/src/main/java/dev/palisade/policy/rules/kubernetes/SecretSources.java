package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** Where the secrets of a namespace come from: Secrets, and classes of the secrets store that sync one. */
record SecretSources(InNamespace secrets, InNamespace classes, InNamespace workloads, boolean whole) {
    static final String CLASS = "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass";
    private static final String SECRET = "kubernetes:core/v1:Secret";
    private static final Property OBJECTS = Property.of(CLASS, "spec.secretObjects");
    private static final Property SYNCED = Property.of(CLASS, "spec.secretObjects[].secretName");
    private static final Property DATA = Property.of(CLASS, "spec.secretObjects[].data");
    private static final Property KEY = Property.of(CLASS, "spec.secretObjects[].data[].key");
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property CSI = Property.of(Workloads.POD, "spec.volumes[].csi");
    private static final Property ATTRIBUTES = Property.of(Workloads.POD, "spec.volumes[].csi.volumeAttributes");
    private static final Property ENV = Property.of(Workloads.POD, "spec.containers[].env");
    private static final Property NAME = Property.of(Workloads.POD, "spec.containers[].env[].name");
    private static final Property VALUE = Property.of(Workloads.POD, "spec.containers[].env[].value");
    private static final Property FROM = Property.of(Workloads.POD, "spec.containers[].env[].valueFrom");
    private static final Property FROM_SECRET =
            Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.secretKeyRef");
    private static final Property FROM_NAME =
            Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.secretKeyRef.name");
    private static final Property FROM_KEY =
            Property.of(Workloads.POD, "spec.containers[].env[].valueFrom.secretKeyRef.key");

    static SecretSources of(Graph graph) {
        return graph.view(
                SecretSources.class,
                all -> new SecretSources(
                        new InNamespace(all, SECRET),
                        new InNamespace(all, CLASS),
                        new InNamespace(all, Workloads.TYPES.toArray(String[]::new)),
                        all.ofType("kubernetes:external-secrets.io/v1beta1:ExternalSecret")
                                .isEmpty()));
    }

    Truth hasClass(String namespace, Value name) {
        return classes.named(namespace, name);
    }

    /** Whether the namespace has a Secret of that name, or a class that makes one. */
    Truth has(String namespace, Value name) {
        Truth synced = classes.any(namespace, one -> one.get(OBJECTS).any(object -> same(object.get(SYNCED), name)));
        return secrets.named(namespace, name).or(synced).or(whole ? Truth.FALSE : Truth.UNKNOWN);
    }

    /** Whether each variable of a container has a value, or takes one from a secret that is there. */
    Verdict judge(Container container) {
        Verdict verdict = Verdict.PASS;
        for (Value variable : container.get(ENV).items()) {
            String name = variable.get(NAME).text().orElse("?");
            verdict = verdict.and(container.require(
                    variable.get(VALUE).isPresent().or(sourced(variable.get(FROM))),
                    "has a variable without a value: " + name));
            Value secret = variable.get(FROM).get(FROM_SECRET);
            if (!secret.isMissing()) {
                verdict = verdict.and(container.require(
                        exists(container.pod(), secret),
                        "takes " + name + " from a secret that nothing of the stack brings to its namespace"));
            }
        }
        return verdict;
    }

    /** A source that names none is refused. */
    private static Truth sourced(Value from) {
        return from.isUnknown()
                ? Truth.UNKNOWN
                : Truth.of(from.fields().values().stream().anyMatch(source -> !source.isMissing()));
    }

    private Truth exists(PodSpec pod, Value reference) {
        String namespace = pod.namespace();
        Truth synced = classes.any(
                namespace, one -> one.get(OBJECTS).any(object -> same(object.get(SYNCED), reference.get(FROM_NAME))
                        .and(() -> object.get(DATA).any(data -> same(data.get(KEY), reference.get(FROM_KEY))))
                        .and(() -> isMounted(pod, Metadata.name(one)))));
        return secrets.named(namespace, reference.get(FROM_NAME)).or(synced).or(whole ? Truth.FALSE : Truth.UNKNOWN);
    }

    /** A class syncs its Secret while a pod mounts it, most often the one that reads it, and not before. */
    private Truth isMounted(PodSpec pod, Value name) {
        return mounts(pod, name).or(() -> workloads.any(pod.namespace(), other -> mounts(PodSpec.of(other), name)));
    }

    private static Truth mounts(PodSpec pod, Value name) {
        return pod.get(VOLUMES)
                .any(volume -> same(volume.get(CSI).get(ATTRIBUTES).field("secretProviderClass"), name));
    }

    private static Truth same(Value one, Value other) {
        return other.text().map(one::is).orElse(other.isMissing() ? Truth.FALSE : Truth.UNKNOWN);
    }
}
