package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.TreeSet;

/** Secrets come from a Secret of the namespace, or from a SecretProviderClass that syncs one. */
@PolicyInfo(
        title = "Volumes, mounts and secrets that a pod names exist, and what holds secrets is read-only",
        severity = Severity.MEDIUM,
        rows = {Row.C5, Row.X6},
        controls = {"CIS EKS 4.4.1", "NIST 800-53 SC-28", "PCI DSS 8.6.2", "SOC 2 CC6.1"},
        why = "A pod that does not find its secret gets one by another way, which is a variable in clear text.",
        remedy = "Name the volume, the SecretProviderClass and the key as they are called in the namespace.",
        snippet = "VolumeMountArgs.builder().name(\"database\").mountPath(\"/mnt/secrets\").readOnly(true)")
public final class MountsAndReferencesResolve implements RelationPolicy {
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property VOLUME = Property.of(Workloads.POD, "spec.volumes[].name");
    private static final Property CSI = Property.of(Workloads.POD, "spec.volumes[].csi");
    private static final Property DRIVER = Property.of(Workloads.POD, "spec.volumes[].csi.driver");
    private static final Property READ_ONLY = Property.of(Workloads.POD, "spec.volumes[].csi.readOnly");
    private static final Property ATTRIBUTES = Property.of(Workloads.POD, "spec.volumes[].csi.volumeAttributes");
    private static final Property MOUNTS = Property.of(Workloads.POD, "spec.containers[].volumeMounts");
    private static final Property MOUNT = Property.of(Workloads.POD, "spec.containers[].volumeMounts[].name");
    private static final Property MOUNT_READ_ONLY =
            Property.of(Workloads.POD, "spec.containers[].volumeMounts[].readOnly");
    private static final Property MOUNT_PATH = Property.of(Workloads.POD, "spec.containers[].volumeMounts[].mountPath");

    private static final Property PART = Property.of(Workloads.POD, "spec.containers[].volumeMounts[].subPath");
    private static final Property CLAIMS = Property.of(Workloads.STATEFUL_SET, "spec.volumeClaimTemplates");
    private static final Property CLAIM =
            Property.of(Workloads.STATEFUL_SET, "spec.volumeClaimTemplates[].metadata.name");
    private static final Property PULL = Property.of(Workloads.POD, "spec.imagePullSecrets");
    private static final Property PULL_NAME = Property.of(Workloads.POD, "spec.imagePullSecrets[].name");

    @Override
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        PodSpec pod = PodSpec.of(workload);
        SecretSources secrets = SecretSources.of(graph);
        Value claims = workload.is(Workloads.STATEFUL_SET) ? workload.get(CLAIMS) : Value.missing();
        Verdict verdict = Verdict.PASS;
        Set<String> mounted = new TreeSet<>();
        for (Container container : pod.containers()) {
            for (Value mount : container.get(MOUNTS).items()) {
                mount.get(MOUNT).text().ifPresent(mounted::add);
                verdict = verdict.and(container.require(
                        pod.get(VOLUMES)
                                .any(volume -> same(volume.get(VOLUME), mount.get(MOUNT)))
                                .or(() -> claims.any(claim -> same(Paths.follow(claim, CLAIM, 2), mount.get(MOUNT))))
                                .and(mount.get(MOUNT_PATH).matches(path -> path.matches("/\\S*"))),
                        "mounts a volume that the pod does not have, or nowhere"));
            }
            verdict = verdict.and(secrets.judge(container));
        }
        for (Value pull : pod.get(PULL).items()) {
            verdict = verdict.and(Verdict.require(
                    secrets.has(pod.namespace(), pull.get(PULL_NAME)),
                    "names a secret for pulling images that its namespace does not have: imagePullSecrets"));
        }
        for (Value volume : pod.get(VOLUMES).items()) {
            Value name = volume.get(VOLUME);
            verdict = verdict.and(Verdict.require(
                    name.matches(mounted::contains),
                    "has a volume that no container mounts: " + name.text().orElse("?")));
            if (volume.get(CSI).get(DRIVER).is("secrets-store.csi.k8s.io") == Truth.TRUE) {
                verdict = verdict.and(Verdict.require(
                                volume.get(CSI).get(READ_ONLY).isTrue().and(isReadOnly(pod, name)),
                                "can write to its secrets: csi.readOnly or the mount's readOnly is not true"))
                        .and(Verdict.require(
                                isWhole(pod, name), "never sees a secret that is rotated: the mount's subPath"))
                        .and(Verdict.require(
                                secrets.hasClass(
                                        pod.namespace(),
                                        volume.get(CSI).get(ATTRIBUTES).field("secretProviderClass")),
                                "names a SecretProviderClass that its namespace does not have"));
            }
        }
        return verdict;
    }

    private static Truth isReadOnly(PodSpec pod, Value volume) {
        Truth result = Truth.TRUE;
        for (Container container : pod.containers()) {
            result = result.and(container.get(MOUNTS).all(mount -> same(mount.get(MOUNT), volume)
                    .not()
                    .or(mount.get(MOUNT_READ_ONLY).isTrue())));
        }
        return result;
    }

    private static Truth isWhole(PodSpec pod, Value volume) {
        Truth result = Truth.TRUE;
        for (Container container : pod.containers()) {
            result = result.and(container.get(MOUNTS).all(mount -> same(mount.get(MOUNT), volume)
                    .not()
                    .or(mount.get(PART).isPresent().not())));
        }
        return result;
    }

    private static Truth same(Value one, Value other) {
        return other.text().map(one::is).orElse(other.isMissing() ? Truth.FALSE : Truth.UNKNOWN);
    }
}
