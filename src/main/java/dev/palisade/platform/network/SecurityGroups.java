package dev.palisade.platform.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.Map;

/** The security groups and their rules: each rule names the group on its other side, never a range of the VPC. */
public final class SecurityGroups extends Room {

    private static final String INTERNET = "0.0.0.0/0";

    private final StackSettings settings;
    private final Vpc vpc;
    private final SecurityGroup loadBalancer;
    private final SecurityGroup nodes;
    private final SecurityGroup endpoints;
    private final SecurityGroup database;

    SecurityGroups(Vpc vpc, StackSettings settings, ComponentResourceOptions options) {
        super("network:SecurityGroups", "security-groups", options);
        this.settings = settings;
        this.vpc = vpc;
        loadBalancer = group("load-balancer", "Load balancer: the internet in, the service's pods out");
        nodes = group("nodes", "Nodes and pods");
        endpoints = group("endpoints", "Interface endpoints of AWS services");
        database = group("database", "Databases that the service may use");

        fromInternet(Ports.HTTP, "HTTP from the internet, redirected to HTTPS");
        fromInternet(Ports.HTTPS, "HTTPS from the internet");
        var passage = new Passages(this);
        passage.between(
                "load-balancer", loadBalancer.id(), "nodes", nodes.id(), "tcp", Ports.SERVICE, "Service and health");

        passage.between("nodes", nodes.id(), "nodes", nodes.id(), "tcp", Ports.DNS, "Cluster DNS over TCP");
        passage.between("nodes", nodes.id(), "nodes", nodes.id(), "udp", Ports.DNS, "Cluster DNS over UDP");
        passage.between("nodes", nodes.id(), "nodes", nodes.id(), "tcp", Ports.KUBELET, "Metrics server to kubelets");
        passage.between(
                "nodes", nodes.id(), "endpoints", endpoints.id(), "tcp", Ports.HTTPS, "AWS services inside the VPC");
        passage.between("nodes", nodes.id(), "database", database.id(), "tcp", Ports.DATABASE, "PostgreSQL");
        new SecurityGroupEgressRule(
                "nodes-to-internet-443",
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(nodes.id())
                        .description("HTTPS out through NAT: registries and AWS services without an endpoint")
                        .cidrIpv4(INTERNET)
                        .ipProtocol("tcp")
                        .fromPort(Ports.HTTPS)
                        .toPort(Ports.HTTPS)
                        .build(),
                inside());
        finished();
    }

    public SecurityGroup loadBalancer() {
        return loadBalancer;
    }

    public SecurityGroup nodes() {
        return nodes;
    }

    public SecurityGroup endpoints() {
        return endpoints;
    }

    /** For the databases in the data tier; the platform itself has none. */
    public SecurityGroup database() {
        return database;
    }

    private SecurityGroup group(String name, String description) {
        return new SecurityGroup(
                name,
                SecurityGroupArgs.builder()
                        .vpcId(vpc.id())
                        .description(description)
                        .tags(Map.of("Name", settings.name() + "-" + name))
                        .build(),
                inside());
    }

    private void fromInternet(int port, String description) {
        new SecurityGroupIngressRule(
                "load-balancer-from-internet-" + port,
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(loadBalancer.id())
                        .description(description)
                        .cidrIpv4(INTERNET)
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .build(),
                inside());
    }
}
