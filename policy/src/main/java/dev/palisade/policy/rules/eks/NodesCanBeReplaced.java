package dev.palisade.policy.rules.eks;

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
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Nodes are several, and are replaced a few at a time, without force",
        severity = Severity.MEDIUM,
        rows = {Row.C3},
        controls = {"NIST 800-53 CP-10", "NIST 800-53 SI-2", "SOC 2 A1.2", "HIPAA 164.308(a)(7)"},
        why = "A patch that takes the service down is a patch that waits.",
        remedy = "Run two nodes or more, and set how many may be unavailable during an update.",
        snippet = "NodeGroupUpdateConfigArgs.builder().maxUnavailablePercentage(33)")
public final class NodesCanBeReplaced implements RelationPolicy {

    private static final Property LEAST = Property.of(Nodes.GROUP, "scalingConfig.minSize");
    private static final Property MOST = Property.of(Nodes.GROUP, "scalingConfig.maxSize");
    private static final Property UNAVAILABLE = Property.of(Nodes.GROUP, "updateConfig.maxUnavailable");
    private static final Property PERCENTAGE = Property.of(Nodes.GROUP, "updateConfig.maxUnavailablePercentage");
    private static final Property TEMPLATE = Property.of(Nodes.GROUP, "launchTemplate.version");
    private static final Property REPAIR = Property.of(Nodes.GROUP, "nodeRepairConfig.enabled");
    private static final Property CAPACITY = Property.of(Nodes.GROUP, "capacityType");
    private static final Property DESIRED = Property.of(Nodes.GROUP, "scalingConfig.desiredSize");
    private static final Property FORCED = Property.of(Nodes.GROUP, "forceUpdateVersion");

    @Override
    public Set<String> types() {
        return Set.of(Nodes.GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        return Verdict.require(
                        group.get(LEAST).atLeast(1).and(() -> severalNodes(graph)),
                        "may run on a single node or none: scalingConfig.minSize is 0, or below 2 over all groups")
                .and(Verdict.require(
                        hasRoom(group),
                        "cannot grow: scalingConfig.maxSize is not above minSize, or desiredSize not between them"))
                .and(Verdict.require(
                        group.get(UNAVAILABLE)
                                .atMost(1)
                                .and(group.get(UNAVAILABLE).atLeast(1))
                                .or(group.get(PERCENTAGE)
                                        .atMost(50)
                                        .and(group.get(PERCENTAGE).atLeast(1))),
                        "may lose more than half of its nodes, or none, at once in an update: updateConfig"))
                .and(Verdict.require(
                        group.get(MOST).atMost(100), "may grow without a bound: scalingConfig.maxSize is over 100"))
                .and(Verdict.require(
                        absentOrTrue(group.get(REPAIR)), "keeps broken nodes: nodeRepairConfig.enabled is false"))
                .and(Verdict.require(
                        group.get(CAPACITY).is("SPOT").not(), "may lose all nodes at any time: capacityType is SPOT"))
                .and(Verdict.require(
                        group.get(TEMPLATE).isPresent().not().or(() -> group.get(TEMPLATE)
                                .matches(version -> version.matches("\\d+"))),
                        "takes whatever version of its template is newest: launchTemplate.version"))
                .and(Verdict.require(
                        group.get(FORCED).isTrue().not(), "evicts pods against their budgets: forceUpdateVersion"));
    }

    /** Groups of a single zone count together. */
    private static Truth severalNodes(Graph graph) {
        List<Value> least =
                graph.ofType(Nodes.GROUP).stream().map(one -> one.get(LEAST)).toList();
        double sum =
                least.stream().mapToDouble(size -> size.number().orElse(0.0)).sum();
        Truth unknown = Truth.of(least.stream().anyMatch(size -> size.number().isEmpty()))
                .and(Truth.UNKNOWN);
        return Truth.of(sum >= 2).or(unknown);
    }

    private static Truth absentOrTrue(Value value) {
        return value.isPresent().not().or(value.isTrue());
    }

    private static Truth hasRoom(Resource group) {
        return group.get(LEAST)
                .number()
                .map(least -> group.get(MOST)
                        .atLeast(least + 1)
                        .and(group.get(DESIRED).isPresent().not().or(() -> group.get(DESIRED)
                                .atLeast(least)
                                .and(group.get(MOST)
                                        .number()
                                        .map(group.get(DESIRED)::atMost)
                                        .orElse(Truth.UNKNOWN)))))
                .orElse(Truth.UNKNOWN);
    }
}
