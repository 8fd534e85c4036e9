package dev.palisade.policy.rules.ec2;

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
import java.util.Optional;
import java.util.Set;

@PolicyInfo(
        title = "Launch templates are those that node groups start from",
        severity = Severity.HIGH,
        rows = {Row.X3, Row.X1, Row.A2},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 CM-6", "PCI DSS 2.2.1", "SOC 2 CC8.1"},
        why = "A hardened template that no node group names hardens nothing: the nodes start with the defaults.",
        remedy = "Name the template and its latest version in the node group.",
        snippet =
                "NodeGroupLaunchTemplateArgs.builder().id(template.id()).version(template.latestVersion().applyValue(String::valueOf))")
public final class LaunchTemplateIsUsed implements RelationPolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
    private static final Property LATEST = Property.of(TEMPLATE, "latestVersion");
    private static final Property BY_ID = Property.of(NODE_GROUP, "launchTemplate.id");
    private static final Property BY_NAME = Property.of(NODE_GROUP, "launchTemplate.name");
    private static final Property VERSION = Property.of(NODE_GROUP, "launchTemplate.version");
    private static final Property SCALING = Property.of("aws:autoscaling/group:Group", "launchTemplate.id");
    private static final Property INSTANCE = Property.of("aws:ec2/instance:Instance", "launchTemplate.id");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE, NODE_GROUP);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        return resource.is(TEMPLATE) ? template(resource, graph) : nodeGroup(resource, graph);
    }

    private static Verdict template(Resource template, Graph graph) {
        Truth used = Truth.FALSE;
        for (Property property : List.of(BY_ID, BY_NAME, SCALING, INSTANCE)) {
            used = used.or(graph.referrers(template, property).exist());
        }
        return Verdict.require(used, "is used by no node group");
    }

    private static Verdict nodeGroup(Resource group, Graph graph) {
        Truth byId = graph.targets(group, BY_ID, TEMPLATE).any(template -> isLatest(group, template));
        Truth byName = graph.targets(group, BY_NAME, TEMPLATE).any(template -> isLatest(group, template));
        return Verdict.require(byId.or(byName), "starts from no launch template of the program in its latest version");
    }

    /** The version may come from the template itself while neither is known. */
    private static Truth isLatest(Resource group, Resource template) {
        Value version = group.get(VERSION);
        if (version.isUnknown()
                && group.propertyDependencies()
                        .getOrDefault(VERSION.root(), Set.of())
                        .contains(template.urn())) {
            return Truth.TRUE;
        }
        Value latest = template.get(LATEST);
        return version.is("$Latest")
                .or(
                        latest.isMissing()
                                ? version.isPresent()
                                : version.matches(text -> latest.text().equals(Optional.of(text)))
                                        .and(latest.isUnknown() ? Truth.UNKNOWN : Truth.TRUE));
    }
}
