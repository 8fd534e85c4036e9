package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Value;
import java.util.Map;

@PolicyInfo(
        title = "Every emptyDir has a size limit",
        severity = Severity.LOW,
        rows = Row.C3,
        controls = {"NIST 800-53 SC-5", "SOC 2 A1.1"},
        why = "A pod that fills its node's disk evicts all its neighbours.",
        remedy = "Set sizeLimit, at most a few gibibytes.",
        snippet = "EmptyDirVolumeSourceArgs.builder().sizeLimit(\"64Mi\")")
public final class EmptyDirIsBounded extends PodPolicy {
    private static final Quantity MOST = Quantity.of("10Gi");
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property NAME = Property.of(Workloads.POD, "spec.volumes[].name");
    private static final Property EMPTY_DIR = Property.of(Workloads.POD, "spec.volumes[].emptyDir");
    private static final Property SIZE_LIMIT = Property.of(Workloads.POD, "spec.volumes[].emptyDir.sizeLimit");

    @Override
    Verdict check(PodSpec pod) {
        Verdict verdict = Verdict.PASS;
        for (Value volume : pod.get(VOLUMES).items()) {
            Value directory = isWithoutSource(volume) ? new Value.Fields(Map.of()) : volume.get(EMPTY_DIR);
            verdict = verdict.and(Verdict.require(
                    Paths.absentOr(
                            directory, Quantity.is(directory.get(SIZE_LIMIT), size -> size.isPositiveUpTo(MOST))),
                    "the emptyDir \"" + volume.get(NAME).text().orElse("?") + "\" has no sensible sizeLimit"));
        }
        return verdict;
    }

    /** A volume that names no source is an empty directory. */
    private static boolean isWithoutSource(Value volume) {
        long said = volume.fields().values().stream()
                .filter(value -> !value.isMissing())
                .count();
        return !volume.isUnknown() && said == (volume.get(NAME).isMissing() ? 0 : 1);
    }
}
