package dev.palisade.policy.rules.edge;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "Load balancers stand behind a security group of this stack",
        severity = Severity.HIGH,
        rows = {Row.A1, Row.X2},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.3.1", "SOC 2 CC6.6", "Security Hub EC2.2"},
        why = "Without a group of its own a load balancer is in the VPC's default one, together with whatever else is.",
        remedy = "Name the group that opens 80 and 443.",
        snippet = "LoadBalancerArgs.builder().securityGroups(loadBalancerGroup.id().applyValue(List::of))")
public final class LoadBalancerIsInItsOwnGroup implements RelationPolicy {
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final Property TYPE = Property.of(BALANCER, "loadBalancerType");
    private static final Property GROUPS = Property.of(BALANCER, "securityGroups");

    @Override
    public Set<String> types() {
        return Set.of(BALANCER);
    }

    @Override
    public Verdict check(Resource balancer, Graph graph) {
        if (balancer.get(TYPE).is("gateway") == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Value groups = balancer.get(GROUPS);
        Targets named = graph.targets(balancer, GROUPS, "aws:ec2/securityGroup:SecurityGroup");
        Truth all = named.exist()
                .and(Truth.of(named.resources().size() >= groups.texts().size()));
        return Verdict.require(all, "is in no security group, or in one that is not of this stack");
    }
}
