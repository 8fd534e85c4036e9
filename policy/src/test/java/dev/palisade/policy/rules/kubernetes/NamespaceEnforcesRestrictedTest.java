package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.namespace;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class NamespaceEnforcesRestrictedTest implements PolicyCases {
    private static final String LABELS = "metadata.labels.pod-security~kubernetes~io/";

    @Override
    public Policy policy() {
        return new NamespaceEnforcesRestricted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                fails(
                        "a profile of years ago",
                        Manifest.of(
                                        "kubernetes:core/v1:Namespace",
                                        "n",
                                        "metadata: {labels: {pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.20}}")
                                .alone(),
                        "enforce-version"),
                passes("all three modes", namespace().alone()),
                passes(
                        "baseline, where a chart's own jobs need it",
                        namespace()
                                .with("metadata.name", "cosign-system")
                                .with(LABELS + "enforce", "baseline")
                                .alone()),
                fails(
                        "privileged there",
                        namespace()
                                .with("metadata.name", "cosign-system")
                                .with(LABELS + "enforce", "privileged")
                                .alone(),
                        "enforce is not restricted"),
                fails("no labels", namespace().without("metadata.labels").alone(), "enforce is not restricted"),
                fails(
                        "baseline",
                        namespace().with(LABELS + "enforce", "baseline").alone(),
                        "enforce is not restricted"),
                fails(
                        "privileged",
                        namespace().with(LABELS + "enforce", "privileged").alone(),
                        "enforce is not restricted"),
                fails(
                        "nothing is audited",
                        namespace().without(LABELS + "audit").alone(),
                        "audit"),
                fails(
                        "nobody is warned",
                        namespace().with(LABELS + "warn", "baseline").alone(),
                        "warn"),
                passes(
                        "the version of whatever runs",
                        namespace().with(LABELS + "enforce-version", "latest").alone()),
                fails(
                        "the version that somebody configured",
                        namespace().without(LABELS + "enforce-version").alone(),
                        "names no version"),
                fails(
                        "a version that is none",
                        namespace().with(LABELS + "warn-version", "newest").alone(),
                        "names no version"),
                fails(
                        "a version of before the profiles",
                        namespace().with(LABELS + "enforce-version", "v1.0").alone(),
                        "names no version"),
                fails(
                        "an audit by an old version",
                        namespace().with(LABELS + "audit-version", "v1.0").alone(),
                        "audit-version"),
                unknown(
                        "labels are not known yet",
                        namespace().unknown("metadata.labels").alone()),
                notApplicable("no namespace", stack()));
    }
}
