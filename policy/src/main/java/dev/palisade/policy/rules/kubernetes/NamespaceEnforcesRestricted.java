package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
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
public final class NamespaceEnforcesRestricted implements ResourcePolicy, Parameterised {
    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final Parameter BASELINE = Parameter.texts(
            "baselineNamespaces",
            List.of("cosign-system"),
            "Namespaces of a chart whose own jobs keep to baseline alone, which such a namespace may then enforce.");

    private final List<String> baseline;

    public NamespaceEnforcesRestricted() {
        this(Arguments.fallbacks(List.of(BASELINE)));
    }

    private NamespaceEnforcesRestricted(Arguments arguments) {
        baseline = arguments.texts(BASELINE);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(BASELINE);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new NamespaceEnforcesRestricted(arguments);
    }

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NAMESPACE);
    }

    @Override
    public Verdict check(Resource namespace) {
        Value labels = Metadata.labels(namespace);
        Verdict verdict = Verdict.PASS;
        for (String mode : List.of("enforce", "audit", "warn")) {
            Value profile = labels.field(PREFIX + mode);
            Truth strict = profile.is("restricted");
            if ("enforce".equals(mode)) {
                strict = strict.or(() -> profile.is("baseline")
                        .and(() -> Metadata.name(namespace).matches(baseline::contains)));
            }
            verdict = verdict.and(Verdict.require(strict, "the label " + PREFIX + mode + " is not restricted"));
        }
        for (String mode : List.of("enforce", "audit", "warn")) {
            Value version = labels.field(PREFIX + mode + "-version");
            // The latest is the profile as the running release defines it. An absent label is what somebody configured.
            Truth current = version.matches(text -> text.matches("latest|v1\\.([3-9]\\d|\\d{3})"));
            verdict = verdict.and(Verdict.require(
                    current, "the label " + PREFIX + mode + "-version names no version, or one long past"));
        }
        return verdict;
    }
}
