package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Set;

/** The kinds of volumes that the Pod Security profile "restricted" allows. */
@PolicyInfo(
        title = "Pods mount no files of their node",
        severity = Severity.CRITICAL,
        rows = Row.C2,
        controls = {"NIST 800-53 AC-6", "NIST 800-53 SC-39", "PCI DSS 7.2.2", "SOC 2 CC6.1", "HIPAA 164.312(a)(1)"},
        why =
                "A path of the node leads to the kubelet's credentials, to other pods' secrets and to the runtime's socket.",
        remedy =
                "Use a configMap, csi, downwardAPI, emptyDir, ephemeral, persistentVolumeClaim, projected or secret volume.",
        snippet =
                "VolumeArgs.builder().name(\"tmp\").emptyDir(EmptyDirVolumeSourceArgs.builder().sizeLimit(\"64Mi\").build())")
public final class PodVolumesAreRestricted extends PodPolicy {
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property VOLUME_NAME = Property.of(Workloads.POD, "spec.volumes[].name");
    private static final Property MOUNTS = Property.of(Workloads.POD, "spec.containers[].volumeMounts");
    private static final Property PROPAGATION =
            Property.of(Workloads.POD, "spec.containers[].volumeMounts[].mountPropagation");
    private static final Property DEVICES = Property.of(Workloads.POD, "spec.containers[].volumeDevices");
    private static final Property PATH = Property.of(Workloads.POD, "spec.containers[].volumeMounts[].mountPath");
    private static final Property DRIVER = Property.of(Workloads.POD, "spec.volumes[].csi.driver");
    private static final Property CSI = Property.of(Workloads.POD, "spec.volumes[].csi");
    private static final Property SECRET_MODE = Property.of(Workloads.POD, "spec.volumes[].secret.defaultMode");
    private static final Property PROJECTED_MODE = Property.of(Workloads.POD, "spec.volumes[].projected.defaultMode");
    private static final Property SECRET = Property.of(Workloads.POD, "spec.volumes[].secret");
    private static final Property PROJECTED = Property.of(Workloads.POD, "spec.volumes[].projected");
    /** What the API gives, 0644, and what a mode may have at most. */
    private static final int MODE = 0b110_100_100;

    private static final Set<String> ALLOWED = Set.of(
            "name",
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret");

    @Override
    Verdict check(PodSpec pod) {
        Verdict verdict = Verdict.PASS;
        for (Value volume : pod.get(VOLUMES).items()) {
            verdict = verdict.and(judge(volume));
        }
        for (Container container : pod.containers()) {
            verdict = verdict.and(container.require(
                            container.get(MOUNTS).all(mount -> mount.get(PROPAGATION)
                                    .is("Bidirectional")
                                    .not()),
                            "hands its mounts on to the node: mountPropagation is Bidirectional"))
                    .and(container.require(
                            container.get(DEVICES).hasItems().not(),
                            "writes to a disk past its file system: volumeDevices"))
                    .and(container.require(
                            container
                                    .get(MOUNTS)
                                    .any(mount -> mount.get(PATH).matches(PodVolumesAreRestricted::isOfSystem))
                                    .not(),
                            "hides files of its image behind a volume: mountPath"));
        }
        return verdict;
    }

    private static boolean isOfSystem(String path) {
        return path.matches("/|/(etc|proc|sys|dev|usr|bin|sbin|lib|lib64|root|boot|run|var)/?|/var/run/secrets.*");
    }

    private static Truth isReadable(Value mode) {
        return Paths.absentOr(
                mode,
                mode.isUnknown()
                        ? Truth.UNKNOWN
                        : Truth.of(mode.number()
                                .filter(bits -> (bits.intValue() & ~MODE) == 0)
                                .isPresent()));
    }

    private static Verdict judge(Value volume) {
        String name = volume.get(VOLUME_NAME).text().orElse("?");
        Verdict verdict = Verdict.require(
                volume.isUnknown() || !(volume.open() instanceof Value.Fields) ? Truth.UNKNOWN : Truth.TRUE,
                "volume \"" + name + "\" is of a kind that is not allowed");
        verdict = verdict.and(Verdict.require(
                isReadable(volume.get(SECRET).get(SECRET_MODE))
                        .and(isReadable(volume.get(PROJECTED).get(PROJECTED_MODE))),
                "volume \"" + name + "\" lets everybody write or run what is secret: defaultMode"));
        Value csi = volume.get(CSI);
        verdict = verdict.and(Verdict.require(
                csi.isPresent().not().or(() -> csi.get(DRIVER).is("secrets-store.csi.k8s.io")),
                "volume \"" + name + "\" is of a driver that is not known: csi.driver"));
        for (Map.Entry<String, Value> kind : volume.fields().entrySet()) {
            if (!ALLOWED.contains(kind.getKey())) {
                verdict = verdict.and(Verdict.require(
                        kind.getValue().isPresent().not(), "volume \"" + name + "\" is of the kind " + kind.getKey()));
            }
        }
        return verdict;
    }
}
