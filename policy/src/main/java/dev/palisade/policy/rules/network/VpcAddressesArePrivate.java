package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

@PolicyInfo(
        title = "VPCs have private addresses and resolve private names",
        severity = Severity.LOW,
        rows = {Row.A2, Row.A3},
        controls = {"NIST 800-53 SC-7", "PCI DSS 1.4.5", "SOC 2 CC6.6"},
        why = "A public range inside hides the real owner's hosts; without names endpoints are gone round.",
        remedy = "Take a block of RFC 1918 or RFC 6598, with DNS support and host names on.",
        snippet = "VpcArgs.builder().cidrBlock(\"10.20.0.0/16\").enableDnsSupport(true).enableDnsHostnames(true)")
public final class VpcAddressesArePrivate implements ResourcePolicy {
    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String MORE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
    private static final Property BLOCK = Property.of(VPC, "cidrBlock");
    private static final Property MORE_BLOCK = Property.of(MORE, "cidrBlock");
    private static final String MORE6 = "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation";
    private static final String DEFAULT = "aws:ec2/defaultVpc:DefaultVpc";
    private static final Property RESOLVERS = Property.of("aws:ec2/vpcDhcpOptions:VpcDhcpOptions", "domainNameServers");
    private static final Property GENERATED = Property.of(VPC, "assignGeneratedIpv6CidrBlock");
    private static final Property BLOCK6 = Property.of(VPC, "ipv6CidrBlock");
    private static final Property SUPPORT = Property.of(VPC, "enableDnsSupport");
    private static final Property HOSTNAMES = Property.of(VPC, "enableDnsHostnames");

    @Override
    public Set<String> types() {
        return Set.of(VPC, MORE, MORE6, RESOLVERS.type(), DEFAULT);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(MORE6)) {
            return Verdict.fail("has addresses of the internet: IPv6");
        }
        if (resource.is(DEFAULT)) {
            return Verdict.fail("adopts the account's default VPC, whose subnets are public");
        }
        if (resource.is(RESOLVERS.type())) {
            return Verdict.require(
                    resource.get(RESOLVERS).all(resolver -> resolver.is("AmazonProvidedDNS")),
                    "asks resolvers of others: domainNameServers");
        }
        if (resource.is(MORE)) {
            return isPrivate(resource.get(MORE_BLOCK));
        }
        return isPrivate(resource.get(BLOCK))
                .and(Verdict.require(
                        resource.get(GENERATED)
                                .isTrue()
                                .or(resource.get(BLOCK6).matches(text -> !text.isEmpty()))
                                .not(),
                        "has addresses of the internet: IPv6"))
                .and(Verdict.require(
                        resource.get(SUPPORT).is("false").not(), "resolves no names: enableDnsSupport is false"))
                .and(Verdict.require(
                        resource.get(HOSTNAMES).isTrue(), "gives no private names: enableDnsHostnames is not true"));
    }

    private static Verdict isPrivate(Value block) {
        Truth reaches = block.matches(text -> Internet.reaches(Internet.read(text)));
        return Verdict.require(
                reaches.not(), "has addresses of the internet: " + block.text().orElse("not known"));
    }
}
