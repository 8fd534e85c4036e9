package dev.palisade.policy.rules.ec2;

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
        title = "Instances have no public address",
        severity = Severity.CRITICAL,
        rows = {Row.A2, Row.A4},
        controls = {
            "CIS EKS 5.4.3",
            "NIST 800-53 SC-7",
            "PCI DSS 1.4.4",
            "SOC 2 CC6.6",
            "Security Hub EC2.9",
            "Security Hub EC2.25"
        },
        why = "A node with an address of the internet is reached past the load balancer and its firewall.",
        remedy = "Switch public addresses off on each network interface; elastic addresses are for NAT gateways.",
        snippet = "LaunchTemplateNetworkInterfaceArgs.builder().associatePublicIpAddress(\"false\")")
public final class InstanceHasNoPublicAddress implements ResourcePolicy {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final String SPOT = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
    private static final String ADDRESS = "aws:ec2/eip:Eip";
    private static final String ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";
    private static final Property INTERFACES = Property.of(TEMPLATE, "networkInterfaces");
    private static final Property PUBLIC = Property.of(TEMPLATE, "networkInterfaces[].associatePublicIpAddress");
    private static final Property CARRIER = Property.of(TEMPLATE, "networkInterfaces[].associateCarrierIpAddress");
    private static final Property INSTANCE_PUBLIC = Property.of(INSTANCE, "associatePublicIpAddress");
    private static final Property SPOT_PUBLIC = Property.of(SPOT, "associatePublicIpAddress");
    private static final Property ADDRESS_INSTANCE = Property.of(ADDRESS, "instance");
    private static final Property ADDRESS_INTERFACE = Property.of(ADDRESS, "networkInterface");

    @Override
    public Set<String> types() {
        return Set.of(TEMPLATE, INSTANCE, SPOT, ADDRESS, ASSOCIATION);
    }

    @Override
    public Verdict check(Resource resource) {
        Truth open =
                switch (resource.type()) {
                    case TEMPLATE ->
                        resource.get(INTERFACES).any(one -> one.get(PUBLIC)
                                .isTrue()
                                .or(one.get(CARRIER).isTrue()));
                    case INSTANCE -> resource.get(INSTANCE_PUBLIC).isTrue();
                    case SPOT -> resource.get(SPOT_PUBLIC).isTrue();
                    case ADDRESS ->
                        resource.get(ADDRESS_INSTANCE)
                                .isPresent()
                                .or(resource.get(ADDRESS_INTERFACE).isPresent());
                    default -> Truth.TRUE;
                };
        return Verdict.require(open.not(), "gives an instance a public address");
    }
}
