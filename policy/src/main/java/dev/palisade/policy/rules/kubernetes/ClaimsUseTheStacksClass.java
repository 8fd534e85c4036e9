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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final Property TEMPLATES = Property.of(Workloads.STATEFUL_SET, "spec.volumeClaimTemplates");
    private static final Property OF_TEMPLATE =
            Property.of(Workloads.STATEFUL_SET, "spec.volumeClaimTemplates[].spec.storageClassName");
    private static final Property VOLUMES = Property.of(Workloads.POD, "spec.volumes");
    private static final Property OF_VOLUME =
            Property.of(Workloads.POD, "spec.volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName");
    private static final Property EPHEMERAL = Property.of(Workloads.POD, "spec.volumes[].ephemeral");

    @Override
    public Set<String> types() {
        return Stream.concat(Workloads.TYPES.stream(), Stream.of(CLAIM)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict check(Resource claim, Graph graph) {
        return names(claim).stream()
                .map(name -> judge(name, graph))
                .reduce(Verdict::and)
                .orElse(Verdict.NOT_APPLICABLE);
    }

    /** Of each claim that the resource is or makes: the class. */
    private static List<Value> names(Resource claim) {
        List<Value> names = new ArrayList<>();
        if (claim.is(CLAIM)) {
            names.add(claim.get(NAME));
            return names;
        }
        if (claim.is(Workloads.STATEFUL_SET)) {
            claim.get(TEMPLATES).items().forEach(template -> names.add(Paths.follow(template, OF_TEMPLATE, 2)));
        }
        for (Value volume : PodSpec.of(claim).get(VOLUMES).items()) {
            if (!volume.get(EPHEMERAL).isMissing()) {
                names.add(Paths.follow(volume, OF_VOLUME, 2));
            }
        }
        return names;
    }

    private static Verdict judge(Value name, Graph graph) {
        if (name.isMissing()) {
            return Verdict.PASS;
        }
        Truth own = name.isUnknown() ? Truth.UNKNOWN : Truth.FALSE;
        for (Resource storage : graph.ofType(CLASS)) {
            own = own.or(name.text().map(Metadata.name(storage)::is).orElse(Truth.UNKNOWN));
        }
        return Verdict.require(own, "takes a storage class that is not the stack's: storageClassName");
    }
}
