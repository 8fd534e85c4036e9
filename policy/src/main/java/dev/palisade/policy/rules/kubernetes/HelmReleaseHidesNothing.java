package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Helm releases are installed as the chart and the program say",
        severity = Severity.HIGH,
        rows = {Row.C6, Row.C2},
        controls = {"NIST 800-53 CM-3", "NIST 800-53 CM-6", "PCI DSS 6.5.1", "SOC 2 CC8.1"},
        why = "What a command changes after rendering, or a value that an earlier run left, was reviewed by nobody.",
        remedy = "State every value in the program, leave hooks on, and name a namespace of the release's own.",
        snippet = "ReleaseArgs.builder().namespace(\"kube-system\").values(Map.of(\"replicaCount\", 2))")
public final class HelmReleaseHidesNothing implements ResourcePolicy {
    private static final Property POST_RENDER = Property.of(HelmRelease.TYPE, "postrender");
    private static final Property HOOKS = Property.of(HelmRelease.TYPE, "disableWebhooks");
    private static final Property FORCED = Property.of(HelmRelease.TYPE, "forceUpdate");
    private static final Property UNCHECKED = Property.of(HelmRelease.TYPE, "disableOpenapiValidation");
    private static final Property UNAWAITED = Property.of(HelmRelease.TYPE, "skipAwait");
    private static final Property FILES = Property.of(HelmRelease.TYPE, "valueYamlFiles");
    private static final Property REUSED = Property.of(HelmRelease.TYPE, "reuseValues");

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        return Verdict.require(
                        release.get(POST_RENDER).isPresent().not(),
                        "is changed by a command after it is rendered: postrender")
                .and(Verdict.require(
                        Paths.isOff(release.get(HOOKS)).and(Paths.isOff(release.get(FORCED))),
                        "goes round the chart's hooks, or replaces by force: disableWebhooks, forceUpdate"))
                .and(Verdict.require(
                        Paths.isOff(release.get(UNCHECKED)),
                        "is not held to the API's schema: disableOpenapiValidation"))
                .and(Verdict.require(
                        release.get(FILES).hasItems().not().and(Paths.isOff(release.get(REUSED))),
                        "takes values that nobody sees: valueYamlFiles, reuseValues"))
                .and(Verdict.require(
                        Paths.isOff(release.get(UNAWAITED)), "is taken for there before its pods run: skipAwait"))
                .and(Verdict.require(
                        release.get(HelmRelease.NAMESPACE).matches(name -> !"default".equals(name)),
                        "lives in the default namespace: namespace"));
    }
}
