package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts the objects that the program makes, and those that come of themselves; pods are another policy's. */
@PolicyInfo(
        title = "Quotas let in the objects that the stack puts into their namespace",
        severity = Severity.MEDIUM,
        rows = {Row.C3, Row.C4},
        controls = {"NIST 800-53 CP-2", "NIST 800-53 SC-6", "SOC 2 A1.1"},
        why = "A secret over the quota is never synced, and the pods that wait for it never start.",
        remedy = "Raise the count, or take it out of the quota.",
        snippet = "ResourceQuotaSpecArgs.builder().hard(Map.of(\"secrets\", \"20\", \"configmaps\", \"20\"))")
public final class QuotaLeavesRoomForObjects implements RelationPolicy {
    private static final Property HARD = Property.of(ClusterObjects.QUOTA, "spec.hard");
    private static final Property SYNCED = Property.of(SecretSources.CLASS, "spec.secretObjects");
    private static final Pattern TYPE = Pattern.compile("kubernetes:([a-z0-9.-]+)/v\\w+:(\\w+)");
    private static final String SECRETS = "secrets";

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.QUOTA);
    }

    @Override
    public Verdict check(Resource quota, Graph graph) {
        Map<String, Integer> counts = graph.view(Counts.class, Counts::of).of(Metadata.namespace(quota));
        Verdict verdict = Verdict.PASS;
        for (Map.Entry<String, Value> bound : quota.get(HARD).fields().entrySet()) {
            Integer needed = counts.get(bound.getKey());
            if (needed != null && !bound.getValue().isMissing()) {
                verdict = verdict.and(Verdict.require(
                        bound.getValue().isUnknown()
                                ? Truth.UNKNOWN
                                : Quantity.is(bound.getValue(), most -> !Quantity.of(needed)
                                        .exceeds(most)),
                        "lets in fewer than the " + needed + " that there are: " + bound.getKey()));
            }
        }
        return verdict;
    }

    /** How many objects each namespace has, by the names that quotas have for them. */
    private record Counts(Map<String, Map<String, Integer>> byNamespace) {
        static Counts of(Graph graph) {
            Counts counts = new Counts(new HashMap<>());
            for (Resource object : graph.resources()) {
                var type = TYPE.matcher(object.type());
                if (type.matches()) {
                    counts.add(object, plural(type.group(2)), type.group(1));
                }
            }
            return counts;
        }

        private void add(Resource object, String plural, String group) {
            String namespace = Metadata.namespace(object);
            if ("core".equals(group)) {
                add(namespace, plural, 1);
            } else if (object.is(SecretSources.CLASS)) {
                add(namespace, SECRETS, object.get(SYNCED).items().size());
            } else if (object.is(HelmRelease.TYPE)) {
                // Helm keeps each release in a secret.
                add(object.get(HelmRelease.NAMESPACE).text().orElse(Metadata.UNKNOWN), SECRETS, 1);
            } else {
                of(namespace).merge("count/" + plural + "." + group, 1, Integer::sum);
            }
        }

        /** Those of the core group have two names. */
        private void add(String namespace, String plural, int more) {
            for (String name : List.of(plural, "count/" + plural)) {
                of(namespace).merge(name, more, Integer::sum);
            }
        }

        /** Each namespace has a map with the cluster's certificate, and an account that nobody uses. */
        Map<String, Integer> of(String namespace) {
            return byNamespace.computeIfAbsent(
                    namespace,
                    first -> new HashMap<>(Map.of(
                            "configmaps", 1, "count/configmaps", 1, "serviceaccounts", 1, "count/serviceaccounts", 1)));
        }

        private static String plural(String kind) {
            String word = kind.toLowerCase(Locale.ROOT);
            if (word.endsWith("y")) {
                return word.substring(0, word.length() - 1) + "ies";
            }
            return word.endsWith("ss") ? word + "es" : word + (word.endsWith("s") ? "" : "s");
        }
    }
}
