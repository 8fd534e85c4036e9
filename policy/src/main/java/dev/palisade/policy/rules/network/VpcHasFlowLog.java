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
        title = "Every VPC has a flow log",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X10},
        controls = {
            "CIS AWS 3.7",
            "NIST 800-53 AU-12",
            "PCI DSS 10.2.1",
            "HIPAA 164.312(b)",
            "SOC 2 CC7.2",
            "Security Hub EC2.6"
        },
        why = "Without it nobody can tell afterwards who talked to whom.",
        remedy = "Record all traffic of the VPC into an encrypted log group.",
        snippet = "FlowLogArgs.builder().vpcId(vpc.id()).trafficType(\"ALL\").logDestination(group.arn())")
public final class VpcHasFlowLog implements RelationPolicy {
    private static final Property WATCHED = Property.of("aws:ec2/flowLog:FlowLog", "vpcId");

    @Override
    public Set<String> types() {
        return Set.of("aws:ec2/vpc:Vpc");
    }

    @Override
    public Verdict check(Resource vpc, Graph graph) {
        return Verdict.require(graph.referrers(vpc, WATCHED).exist(), "is watched by no flow log");
    }
}
