package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a chart makes of its values is not in the graph; what can be seen is which protections they switch off. */
@PolicyInfo(
        title = "Helm values switch no protection off",
        severity = Severity.HIGH,
        rows = Row.C2,
        controls = {"NIST 800-53 CM-6", "PCI DSS 2.2.6", "SOC 2 CC6.8"},
        why = "A value such as hostNetwork or privileged undoes what every other policy demands of pods.",
        remedy = "Leave the chart's protections on.",
        snippet = "ReleaseArgs.builder().values(Map.of(\"replicaCount\", 2))")
public final class HelmValuesWeakenNothing implements ResourcePolicy {
    private static final Map<String, String> WEAK = Map.ofEntries(
            Map.entry("hostNetwork", "true"),
            Map.entry("hostPID", "true"),
            Map.entry("hostIPC", "true"),
            Map.entry("clusterAdmin", "true"),
            Map.entry("shareProcessNamespace", "true"),
            Map.entry("privileged", "true"),
            Map.entry("allowPrivilegeEscalation", "true"),
            Map.entry("runAsNonRoot", "false"),
            Map.entry("readOnlyRootFilesystem", "false"),
            Map.entry("runAsUser", "0"),
            Map.entry("enableWaf", "true"),
            Map.entry("enableWafv2", "true"),
            Map.entry("enableShield", "true"),
            Map.entry("failurePolicy", "Ignore"));

    /** Where the images of AWS's charts, and those of the account, are. */
    private static final Pattern SOURCE = Pattern.compile(
            "(\\d{12}[.]dkr[.]ecr[.][a-z0-9-]+[.]amazonaws[.]com|public[.]ecr[.]aws/eks|ghcr[.]io/sigstore)(/|$)");

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        Value values = release.get(HelmRelease.VALUES);
        return Verdict.require(values.isUnknown() ? Truth.UNKNOWN : Truth.TRUE, "values weaken the chart")
                .and(judge("values", values));
    }

    private static Verdict judge(String name, Value value) {
        Verdict verdict = Verdict.PASS;
        if (value.open() instanceof Value.Items items) {
            for (Value item : items.values()) {
                verdict = verdict.and(judge(name, item));
            }
            return verdict;
        }
        for (Map.Entry<String, Value> entry : value.fields().entrySet()) {
            String key = entry.getKey();
            String place = name + "." + key;
            verdict = verdict.and(judge(place, entry.getValue()));
            if (WEAK.containsKey(key)) {
                verdict = verdict.and(Verdict.require(
                        isWeak(entry.getValue(), WEAK.get(key)).not(), place + " switches a protection off"));
            }
            verdict = verdict.and(
                    Verdict.require(isFine(key, entry.getValue()), place + " weakens what the chart makes"));
        }
        return verdict;
    }

    /** A template takes every text that is not empty for true. */
    private static Truth isWeak(Value value, String weak) {
        return "true".equals(weak)
                ? value.matches(text -> !text.isEmpty() && !"false".equalsIgnoreCase(text) && !"0".equals(text))
                : value.matches(weak::equalsIgnoreCase);
    }

    private static Truth isFine(String key, Value value) {
        return switch (key) {
            case "hostPath" -> value.isPresent().not();
            case "type" ->
                value.isOneOf("LoadBalancer", "NodePort", "ExternalName").not();
            case "repository", "registry" ->
                value.isMissing()
                        ? Truth.TRUE
                        : value.matches(
                                text -> text.isEmpty() || SOURCE.matcher(text).lookingAt());
            case "tag" ->
                value.matches(text -> "latest".equals(text) || "edge".equals(text))
                        .not();
            default ->
                key.toLowerCase(Locale.ROOT).endsWith("args")
                        ? value.any(word -> word.matches(WeakSwitches::isOne)).not()
                        : Truth.TRUE;
        };
    }
}
