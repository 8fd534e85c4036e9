package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "Nodes are several, and are replaced a few at a time, without force",
        severity = Severity.MEDIUM,
        rows = {Row.C3},
        controls = {"NIST 800-53 CP-10", "NIST 800-53 SI-2", "SOC 2 A1.2", "HIPAA 164.308(a)(7)"},
        why = "A patch that takes the service down is a patch that waits.",
        remedy = "Run two nodes or more, and set how many may be unavailable during an update.",
        snippet = "NodeGroupUpdateConfigArgs.builder().maxUnavailablePercentage(33)")
public final class NodesCanBeReplaced implements ResourcePolicy {

    private static final Property LEAST = Property.of(Nodes.GROUP, "scalingConfig.minSize");
    private static final Property MOST = Property.of(Nodes.GROUP, "scalingConfig.maxSize");
    private static final Property UNAVAILABLE = Property.of(Nodes.GROUP, "updateConfig.maxUnavailable");
    private static final Property PERCENTAGE = Property.of(Nodes.GROUP, "updateConfig.maxUnavailablePercentage");
    private static final Property FORCED = Property.of(Nodes.GROUP, "forceUpdateVersion");

    @Override
    public Set<String> types() {
        return Set.of(Nodes.GROUP);
    }

    @Override
    public Verdict check(Resource group) {
        return Verdict.require(
                        group.get(LEAST).atLeast(2), "may run on a single node: scalingConfig.minSize is below 2")
                .and(Verdict.require(hasRoom(group), "cannot grow: scalingConfig.maxSize is not above minSize"))
                .and(Verdict.require(
                        group.get(UNAVAILABLE)
                                .atMost(1)
                                .or(group.get(PERCENTAGE).atMost(50)),
                        "may lose more than half of its nodes at once in an update: updateConfig"))
                .and(Verdict.require(
                        group.get(FORCED).isTrue().not(), "evicts pods against their budgets: forceUpdateVersion"));
    }

    private static Truth hasRoom(Resource group) {
        return group.get(LEAST)
                .number()
                .map(least -> group.get(MOST).atLeast(least + 1))
                .orElse(Truth.UNKNOWN);
    }
}
