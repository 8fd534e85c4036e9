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
import java.util.Set;

@PolicyInfo(
        title = "Nodes are in a security group of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X2},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SC-7(5)", "PCI DSS 1.3.1", "SOC 2 CC6.6"},
        why =
                "Without one nodes join the group that EKS makes, in which every member may do anything and everything gets out.",
        remedy = "Name the nodes' group on the template's network interface.",
        snippet = "LaunchTemplateNetworkInterfaceArgs.builder().securityGroups(nodes.id().applyValue(List::of))")
public final class LaunchTemplateNamesItsGroups implements RelationPolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final Property GROUPS = Property.of(TEMPLATE, "vpcSecurityGroupIds");
    private static final Property INTERFACES = Property.of(TEMPLATE, "networkInterfaces");
    private static final Property INTERFACE_GROUPS = Property.of(TEMPLATE, "networkInterfaces[].securityGroups");
    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE);
    }

    @Override
    public Verdict check(Resource template, Graph graph) {
        Truth named = graph.targets(template, GROUPS, GROUP)
                .exist()
                .or(template.get(INTERFACES)
                        .any(one -> graph.targets(template, INTERFACE_GROUPS, one.get(INTERFACE_GROUPS), GROUP)
                                .exist()));
        return Verdict.require(named, "names no security group of this stack");
    }
}
