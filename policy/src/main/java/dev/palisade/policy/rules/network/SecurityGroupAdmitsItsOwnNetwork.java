package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.flow.PortSet;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@PolicyInfo(
        title = "Private addresses that a security group admits are those of its VPC",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X2},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.3.1", "SOC 2 CC6.6"},
        why = "A wider private range admits every network that is ever joined to the VPC.",
        remedy = "Name a security group, or a block of the VPC.",
        snippet = "SecurityGroupIngressRuleArgs.builder().referencedSecurityGroupId(nodes.id())")
public final class SecurityGroupAdmitsItsOwnNetwork implements RelationPolicy {
    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final Property GROUP_VPC = Property.of(SecurityGroupRules.GROUP, "vpcId");
    private static final Property BLOCK = Property.of(VPC, "cidrBlock");
    private static final Property BLOCK6 = Property.of(VPC, "ipv6CidrBlock");
    private static final String MORE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
    private static final Property MORE_VPC = Property.of(MORE, "vpcId");
    private static final Property MORE_BLOCK = Property.of(MORE, "cidrBlock");

    /** What everything in a VPC may ask for: interface endpoints and the Kubernetes API, and a resolver. */
    private static final PortSet FOR_ALL =
            PortSet.tcp(443).union(PortSet.tcp(53)).union(PortSet.udp(53));

    private static final Property SUBNETS = Property.of("aws:lb/loadBalancer:LoadBalancer", "subnets");
    private static final Property SUBNET_BLOCK = Property.of("aws:ec2/subnet:Subnet", "cidrBlock");

    /** Where load balancers stand: whoever gets an address there is no load balancer yet. */
    private record Entrance(AddressSet addresses) {
        static Entrance find(Graph graph) {
            return new Entrance(AddressSet.union(graph.ofType(SUBNETS.type()).stream()
                    .flatMap(balancer -> graph.targets(balancer, SUBNETS, SUBNET_BLOCK.type()).resources().stream())
                    .flatMap(subnet -> subnet.get(SUBNET_BLOCK).text().stream())
                    .flatMap(text -> AddressSet.read(text).stream())
                    .toList()));
        }
    }

    @Override
    public Set<String> types() {
        return Set.of(SecurityGroupRules.GROUP);
    }

    @Override
    public Verdict check(Resource group, Graph graph) {
        Targets vpcs = graph.targets(group, GROUP_VPC, VPC);
        if (group.get(GROUP_VPC).isMissing()) {
            return Verdict.fail("is in the account's default VPC: vpcId is not set");
        }
        if (vpcs.resources().size() != 1) {
            return vpcs.decided() ? Verdict.NOT_APPLICABLE : Verdict.unknown("its VPC is not known yet");
        }
        Resource vpc = vpcs.resources().get(0);
        List<Value> blocks = new ArrayList<>(List.of(vpc.get(BLOCK), vpc.get(BLOCK6)));
        graph.referrers(vpc, MORE_VPC).resources().forEach(more -> blocks.add(more.get(MORE_BLOCK)));
        boolean known = blocks.stream().noneMatch(Value::isUnknown);
        AddressSet own = AddressSet.union(blocks.stream()
                .flatMap(block -> block.text().stream())
                .flatMap(text -> AddressSet.read(text).stream())
                .toList());
        Optional<AddressSet> whole = vpc.get(BLOCK).text().flatMap(AddressSet::read);
        AddressSet entrance = graph.view(Entrance.class, Entrance::find).addresses();
        Verdict verdict = Verdict.PASS;
        for (SecurityGroupRule rule : SecurityGroupRules.of(group, graph).ingress()) {
            verdict = verdict.and(Verdict.require(
                    Truth.of(entrance.contains(rule.addresses())
                                    && !rule.addresses().isEmpty())
                            .not(),
                    rule.says() + ", the load balancer's subnets, where its group is to be named"));
            verdict = verdict.and(Verdict.require(
                    Truth.of(whole.stream().anyMatch(rule.addresses()::contains))
                            .and(rule.ports()
                                    .map(ports -> Truth.of(!FOR_ALL.contains(ports)))
                                    .orElse(Truth.UNKNOWN))
                            .and(Truth.of(!Internet.reaches(rule.addresses())))
                            .not(),
                    rule.says() + ", the whole VPC, public subnets and all, where a group is to be named"));
            AddressSet foreign = rule.addresses().minus(Internet.ADDRESSES).minus(own);
            // What reaches the internet as well is for the policy on the internet.
            Truth fine = Truth.of(foreign.isEmpty() || Internet.reaches(rule.addresses()));
            verdict = verdict.and(Verdict.require(
                    fine.or(known ? Truth.FALSE : Truth.UNKNOWN).and(rule.decided() ? Truth.TRUE : Truth.UNKNOWN),
                    rule.says() + ", beyond its VPC"));
        }
        return verdict;
    }
}
