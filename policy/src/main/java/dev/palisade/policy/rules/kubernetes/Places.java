package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** All places inside of the cluster's objects: the same settings stand in many kinds, so a place has its last two names. */
final class Places {
    /** What is in these is somebody else's language. */
    private static final Set<String> FOREIGN = Set.of(HelmRelease.TYPE, ConfigMaps.TYPE, "kubernetes:core/v1:Secret");

    private Places() {}

    /** A setting by its own and its owner's name, with its value, or each of its values. */
    record Place(String name, List<Value> values) {}

    static Verdict judge(Graph graph, BiFunction<Resource, Place, Verdict> judge) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource object : graph.resources()) {
            if (object.type().startsWith("kubernetes:") && !FOREIGN.contains(object.type())) {
                verdict = verdict.and(Verdict.PASS).and(judge(object, "", object.inputs(), judge));
            }
        }
        return verdict;
    }

    private static Verdict judge(
            Resource object, String owner, Value value, BiFunction<Resource, Place, Verdict> judge) {
        Verdict verdict = Verdict.PASS;
        for (Map.Entry<String, Value> field : value.fields().entrySet()) {
            List<Value> values =
                    field.getValue().open() instanceof Value.Items items ? items.values() : List.of(field.getValue());
            verdict = verdict.and(judge.apply(object, new Place(owner + "." + field.getKey(), values)));
            for (Value inner : values) {
                verdict = verdict.and(judge(object, field.getKey(), inner, judge));
            }
        }
        return verdict;
    }

    /** The name of the place where a property stands. */
    static String name(Property property) {
        List<String> path = property.path();
        return String.join(".", path.subList(path.size() - 2, path.size())).replace("[]", "");
    }
}
