package dev.palisade.policy.rules.network;

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
        title = "The VPC's default network ACL lets nothing through",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"NIST 800-53 SC-7(5)", "PCI DSS 1.3.1", "SOC 2 CC6.6"},
        why = "AWS makes it with a rule for everything both ways, and puts every subnet that has no other into it.",
        remedy = "Adopt it without a rule and without a subnet.",
        snippet =
                "new DefaultNetworkAcl(\"default\", DefaultNetworkAclArgs.builder().defaultNetworkAclId(vpc.defaultNetworkAclId()))")
public final class DefaultNetworkAclIsEmpty implements RelationPolicy {
    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
    private static final Property GIVEN = Property.of(VPC, "defaultNetworkAclId");
    private static final Property ADOPTED = Property.of(ACL, "defaultNetworkAclId");
    private static final Property INGRESS = Property.of(ACL, "ingress");
    private static final Property EGRESS = Property.of(ACL, "egress");
    private static final Property ACTION = Property.of(ACL, "ingress[].action");
    private static final Property SUBNETS = Property.of(ACL, "subnetIds");

    @Override
    public Set<String> types() {
        return Set.of(VPC, ACL);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(VPC)) {
            Truth adopted = VpcDefault.isAdopted(resource, graph, ADOPTED, GIVEN);
            return Verdict.require(adopted, "leaves its default network ACL as AWS makes it");
        }
        Truth open = resource.get(INGRESS)
                .any(rule -> rule.get(ACTION).is("deny").not())
                .or(resource.get(EGRESS).any(rule -> rule.get(ACTION).is("deny").not()));
        Truth empty = resource.get(SUBNETS).hasItems().not();
        return Verdict.require(open.not(), "has a rule that allows traffic")
                .and(Verdict.require(empty, "is the network ACL of subnets"));
    }
}
