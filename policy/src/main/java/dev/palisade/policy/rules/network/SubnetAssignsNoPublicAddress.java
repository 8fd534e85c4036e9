package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Subnets assign no public address on launch",
        severity = Severity.HIGH,
        rows = {Row.A2, Row.A4},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SC-7", "PCI DSS 1.4.4", "SOC 2 CC6.6", "Security Hub EC2.15"},
        why =
                "Whatever starts there gets an address of the internet, wanted or not; load balancers and NAT need none of it.",
        remedy = "Leave both off in every tier.",
        snippet = "SubnetArgs.builder().mapPublicIpOnLaunch(false)")
public final class SubnetAssignsNoPublicAddress implements ResourcePolicy {
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final Property PUBLIC_ADDRESS = Property.of(SUBNET, "mapPublicIpOnLaunch");
    private static final Property IPV6_ADDRESS = Property.of(SUBNET, "assignIpv6AddressOnCreation");
    private static final Property CUSTOMER_ADDRESS = Property.of(SUBNET, "mapCustomerOwnedIpOnLaunch");

    @Override
    public Set<String> types() {
        return Set.of(SUBNET);
    }

    @Override
    public Verdict check(Resource subnet) {
        return Verdict.require(
                        subnet.get(PUBLIC_ADDRESS).isTrue().not(),
                        "gives instances a public address: mapPublicIpOnLaunch is true")
                .and(Verdict.require(
                        subnet.get(IPV6_ADDRESS).isTrue().not(),
                        "gives instances a public IPv6 address: assignIpv6AddressOnCreation is true"))
                .and(Verdict.require(
                        subnet.get(CUSTOMER_ADDRESS).isTrue().not(),
                        "gives instances an address of your own pool: mapCustomerOwnedIpOnLaunch is true"));
    }
}
