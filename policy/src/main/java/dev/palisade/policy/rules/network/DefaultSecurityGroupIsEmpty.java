package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "The VPC's default security group has no rules",
        severity = Severity.HIGH,
        rows = {Row.A2, Row.X2},
        controls = {"CIS AWS 5.5", "NIST 800-53 SC-7(5)", "PCI DSS 1.3.1", "SOC 2 CC6.6", "Security Hub EC2.2"},
        why = "Whatever is started without a group lands in it, and as AWS makes it its members may do anything.",
        remedy = "Adopt it without ingress and egress.",
        snippet = "new DefaultSecurityGroup(\"default\", DefaultSecurityGroupArgs.builder().vpcId(vpc.id()))")
public final class DefaultSecurityGroupIsEmpty implements RelationPolicy {
    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    private static final Property GROUP_VPC = Property.of(GROUP, "vpcId");
    private static final Property INGRESS = Property.of(GROUP, "ingress");
    private static final Property EGRESS = Property.of(GROUP, "egress");

    @Override
    public Set<String> types() {
        return Set.of(VPC, GROUP);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(VPC)) {
            return Verdict.require(
                    graph.referrers(resource, GROUP_VPC).exist(), "leaves its default security group as AWS makes it");
        }
        return Verdict.require(resource.get(INGRESS).hasItems().not(), "has a rule that lets traffic in")
                .and(Verdict.require(resource.get(EGRESS).hasItems().not(), "has a rule that lets traffic out"))
                .and(Verdict.require(
                        SecurityGroupRules.hasSeparate(resource, graph).not(), "has rules of their own"));
    }
}
