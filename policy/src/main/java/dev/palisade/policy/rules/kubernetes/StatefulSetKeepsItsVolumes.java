package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Stateful sets keep the volumes of pods that are gone",
        severity = Severity.MEDIUM,
        rows = {Row.X3},
        controls = {"NIST 800-53 CP-9", "NIST 800-53 SI-12", "SOC 2 A1.2", "GDPR 32(1)(c)"},
        why = "With Delete a smaller number of replicas, or a set that is renamed, takes the data with it.",
        remedy = "Leave persistentVolumeClaimRetentionPolicy out, or say Retain for both.",
        snippet =
                "StatefulSetPersistentVolumeClaimRetentionPolicyArgs.builder().whenDeleted(\"Retain\").whenScaled(\"Retain\")")
public final class StatefulSetKeepsItsVolumes implements ResourcePolicy {
    private static final String RETENTION = "spec.persistentVolumeClaimRetentionPolicy.";
    private static final Property DELETED = Property.of(Workloads.STATEFUL_SET, RETENTION + "whenDeleted");
    private static final Property SCALED = Property.of(Workloads.STATEFUL_SET, RETENTION + "whenScaled");

    @Override
    public Set<String> types() {
        return Set.of(Workloads.STATEFUL_SET);
    }

    @Override
    public Verdict check(Resource set) {
        return judge(set.get(DELETED), "whenDeleted").and(judge(set.get(SCALED), "whenScaled"));
    }

    private static Verdict judge(Value retention, String when) {
        return Verdict.require(
                Paths.absentOr(retention, retention.is("Retain")), "loses its data with its pods: " + when);
    }
}
