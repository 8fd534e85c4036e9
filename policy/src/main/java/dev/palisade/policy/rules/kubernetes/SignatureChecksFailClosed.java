package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** Said rather than left to the chart: a later chart may have other defaults. */
@PolicyInfo(
        title = "The controller that checks signatures is pinned and confined, and its failure admits nothing",
        severity = Severity.HIGH,
        rows = {Row.X11, Row.C2},
        controls = {"NIST 800-53 SC-24", "NIST 800-53 CM-14", "NIST 800-53 SI-7", "PCI DSS 6.3.2", "SOC 2 CC6.8"},
        why = "A check that lets pass what it can't check is switched off by whoever makes it fail.",
        remedy =
                "Set failurePolicy Fail and no-match-policy deny, two replicas, images by digest, and a security context that Pod Security calls restricted.",
        snippet = "Map.of(\"failurePolicy\", \"Fail\", \"configData\", Map.of(\"no-match-policy\", \"deny\"))")
public final class SignatureChecksFailClosed implements ResourcePolicy {
    private static final Pattern DIGEST = Pattern.compile("(^|@)sha256:[0-9a-f]{64}$");

    /** Whether a release of the controller is in the stack. */
    static Truth isInstalled(Graph graph) {
        Truth installed = Truth.FALSE;
        for (Resource release : graph.ofType(HelmRelease.TYPE)) {
            installed = installed.or(isController(release));
        }
        return installed;
    }

    static Truth isController(Resource release) {
        return release.get(HelmRelease.CHART).matches(chart -> chart.matches("(.*/)?policy-controller"));
    }

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        if (isController(release) != Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Value values = release.get(HelmRelease.VALUES);
        Value webhook = values.field("webhook");
        return Verdict.require(
                        webhook.field("failurePolicy").is("Fail"),
                        "admits what it can't check: values.webhook.failurePolicy is not Fail")
                .and(Verdict.require(
                        webhook.field("configData").field("no-match-policy").is("deny"),
                        "admits images that no policy is about: no-match-policy is not deny"))
                .and(Verdict.require(
                        webhook.field("namespaceSelector").isPresent().not(),
                        "checks other namespaces than those with the label: values.webhook.namespaceSelector"))
                .and(Verdict.require(
                        webhook.field("replicaCount")
                                .atLeast(2)
                                .and(webhook.field("replicaCount").atMost(10)),
                        "is a single pod, or too many: values.webhook.replicaCount is not 2 to 10"))
                .and(Verdict.require(
                        isPinned(webhook).and(() -> isPinned(values.field("leasescleanup"))),
                        "runs whatever the tag of an image points to: image.version has no sha256 digest"))
                .and(Verdict.require(
                        isConfined(webhook.field("podSecurityContext")),
                        "is not confined: values.webhook.podSecurityContext"));
    }

    private static Truth isPinned(Value component) {
        return component.field("image").field("version").matches(version -> DIGEST.matcher(version)
                .find());
    }

    private static Truth isConfined(Value context) {
        return context.field("enabled")
                .isTrue()
                .and(() -> context.field("allowPrivilegeEscalation").is("false"))
                .and(() -> context.field("readOnlyRootFilesystem").isTrue())
                .and(() -> context.field("runAsNonRoot").isTrue())
                .and(() -> context.field("runAsUser").atLeast(1))
                .and(() -> context.field("seccompProfile").field("type").is("RuntimeDefault"))
                .and(() -> context.field("capabilities").field("drop").any(one -> one.is("ALL")));
    }
}
