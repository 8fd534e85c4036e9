package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** The admission that Kubernetes brings itself; a pinned version keeps an upgrade from changing what is refused. */
@PolicyInfo(
        title = "Namespaces enforce the Pod Security profile restricted",
        severity = Severity.HIGH,
        rows = {Row.C2, Row.C1},
        controls = {
            "CIS EKS 4.2.1",
            "CIS EKS 4.2.5",
            "NIST 800-53 CM-7",
            "NIST 800-53 AC-6",
            "PCI DSS 2.2.6",
            "SOC 2 CC6.8"
        },
        why = "Without the label the API server admits privileged pods, whoever makes them.",
        remedy = "Label the namespace with enforce, audit and warn restricted, and with the cluster's version.",
        snippet = "ObjectMetaArgs.builder().labels(Map.of(\"pod-security.kubernetes.io/enforce\", \"restricted\"))")
public final class NamespaceEnforcesRestricted implements ResourcePolicy {
    private static final String PREFIX = "pod-security.kubernetes.io/";

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NAMESPACE);
    }

    @Override
    public Verdict check(Resource namespace) {
        Value labels = Metadata.labels(namespace);
        Verdict verdict = Verdict.PASS;
        for (String mode : List.of("enforce", "audit", "warn")) {
            verdict = verdict.and(Verdict.require(
                    labels.field(PREFIX + mode).is("restricted"), "the label " + PREFIX + mode + " is not restricted"));
        }
        for (String mode : List.of("enforce", "audit", "warn")) {
            Value version = labels.field(PREFIX + mode + "-version");
            Truth pinned = version.matches(text -> text.matches("v1\\.\\d{2,3}"));
            verdict = verdict.and(Verdict.require(pinned, "the label " + PREFIX + mode + "-version pins no version"));
        }
        return verdict;
    }
}
