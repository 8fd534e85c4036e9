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

@PolicyInfo(
        title = "Volume claims name a storage class of this stack, or take its default",
        severity = Severity.MEDIUM,
        rows = {Row.X3},
        controls = {"NIST 800-53 SC-28", "PCI DSS 3.5.1", "HIPAA 164.312(a)(2)(iv)", "SOC 2 CC6.1"},
        why = "The class gp2 that EKS brings does not encrypt with the stack's key.",
        remedy = "Leave storageClassName out, or name the stack's class.",
        snippet =
                "PersistentVolumeClaimSpecArgs.builder().storageClassName(encrypted.metadata().applyValue(m -> m.name().orElseThrow()))")
public final class ClaimsUseTheStacksClass implements RelationPolicy {
    private static final String CLAIM = "kubernetes:core/v1:PersistentVolumeClaim";
    private static final String CLASS = "kubernetes:storage.k8s.io/v1:StorageClass";
    private static final Property NAME = Property.of(CLAIM, "spec.storageClassName");

    @Override
    public Set<String> types() {
        return Set.of(CLAIM);
    }

    @Override
    public Verdict check(Resource claim, Graph graph) {
        Value name = claim.get(NAME);
        if (name.isMissing()) {
            return Verdict.PASS;
        }
        Truth own = Truth.FALSE;
        for (Resource storage : graph.ofType(CLASS)) {
            own = own.or(name.text().map(Metadata.name(storage)::is).orElse(Truth.UNKNOWN));
        }
        return Verdict.require(
                own.or(name.isUnknown() ? Truth.UNKNOWN : Truth.FALSE),
                "takes a storage class that is not the stack's: storageClassName");
    }
}
