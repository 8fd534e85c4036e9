package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Two resources of Pulumi may be one object of the cluster, in whatever version of its API; a patch is meant to be. */
@PolicyInfo(
        title = "No two resources are the same object of a cluster",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.C2},
        controls = {"NIST 800-53 CM-8", "NIST 800-53 CM-6", "PCI DSS 12.5.1", "SOC 2 CC8.1"},
        why = "Both are judged, and the one that is applied last is there: what the other one asks for holds nowhere.",
        remedy = "Give each object of a kind a name of its own in its namespace, or let Pulumi name it.",
        snippet = "ObjectMetaArgs.builder().name(\"service\").namespace(\"palisade\")")
public final class ObjectNamesAreUnique implements StackPolicy {
    private static final Pattern TYPE = Pattern.compile("kubernetes:([\\w.-]+)/v\\w+:(\\w+)(?<!Patch)");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        Map<String, List<Resource>> named = new LinkedHashMap<>();
        for (Resource object : graph.resources()) {
            var type = TYPE.matcher(object.type());
            if (type.matches()) {
                Value name = Metadata.name(object);
                verdict = verdict.and(
                        name.isUnknown() ? Verdict.unknown("not known yet: the name of " + object) : Verdict.PASS);
                String kind = object.provider() + " " + type.group(1) + " " + type.group(2) + " ";
                name.text().ifPresent(text -> named.computeIfAbsent(kind + text, key -> new ArrayList<>())
                        .add(object));
            }
        }
        return named.values().stream().map(ObjectNamesAreUnique::judge).reduce(verdict, Verdict::and);
    }

    /** Those of a kind and name: each is in a namespace of its own. */
    private static Verdict judge(List<Resource> objects) {
        Verdict verdict = Verdict.PASS;
        Set<String> namespaces = new HashSet<>();
        for (Resource object : objects) {
            String namespace = Metadata.namespace(object);
            Truth another = Metadata.UNKNOWN.equals(namespace)
                    ? Truth.of(objects.size() > 1).and(Truth.UNKNOWN)
                    : Truth.of(!namespaces.add(namespace));
            verdict = verdict.and(Verdict.require(
                    another.not(),
                    object + " is the same object as another resource: metadata.name and metadata.namespace"));
        }
        return verdict;
    }
}
