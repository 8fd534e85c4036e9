package dev.palisade.policy.flow;

import static dev.palisade.policy.testkit.ResourceBuilder.resource;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small platform on which every declared flow is as declared, to be changed by tests in one place each. */
public final class ExamplePlatform {
    private static final String ANYWHERE = "0.0.0.0/0";
    private static final String VPC_BLOCK = "10.0.0.0/16";

    private final Map<String, ResourceBuilder> resources = new LinkedHashMap<>();

    public ExamplePlatform() {
        ResourceBuilder vpc = add("vpc", resource("aws:ec2/vpc:Vpc", "vpc").set("cidrBlock", VPC_BLOCK));
        ResourceBuilder gateway = add("gateway", resource("aws:ec2/internetGateway:InternetGateway", "gateway"));
        subnet("public", "10.0.0.0/24", vpc);
        subnet("private-a", "10.0.1.0/24", vpc);
        subnet("private-b", "10.0.2.0/24", vpc);
        subnet("intra", "10.0.3.0/24", vpc);
        subnet("data", "10.0.4.0/24", vpc).set("tags", Map.of("Tier", "data"));
        ResourceBuilder nat =
                add("nat", resource("aws:ec2/natGateway:NatGateway", "nat").refer("subnetId", get("public")));
        route("public", "gatewayId", gateway, "public");
        route("private", "natGatewayId", nat, "private-a", "private-b");
        acl(
                "public",
                List.of(rule(100, "tcp", ANYWHERE, 80), rule(110, "tcp", ANYWHERE, 443), answers(120, ANYWHERE)),
                List.of(rule(100, "tcp", VPC_BLOCK, 5000), rule(110, "tcp", ANYWHERE, 443), answers(120, ANYWHERE)),
                "public");
        List<Object> privately = List.of(everything(100), rule(110, "tcp", ANYWHERE, 443), answers(120, ANYWHERE));
        acl("private", privately, privately, "private-a", "private-b");
        acl(
                "intra",
                List.of(rule(100, "tcp", VPC_BLOCK, 443), answers(110, VPC_BLOCK)),
                List.of(rule(100, "tcp", VPC_BLOCK, 10250), answers(110, VPC_BLOCK)),
                "intra");
        acl("data", List.of(rule(100, "tcp", VPC_BLOCK, 5432)), List.of(answers(100, VPC_BLOCK)), "data");
        List.of("load-balancer", "nodes", "database")
                .forEach(name -> add(name + "-group", group(name).refer("vpcId", vpc)));
        cluster();
        balancer();
        for (int port : List.of(80, 443)) {
            ingress("load-balancer", port + "", "tcp", port).set("cidrIpv4", ANYWHERE);
        }
        between("load-balancer", "nodes", "tcp", 5000);
        between("nodes", "nodes", "tcp", 53);
        between("nodes", "nodes", "udp", 53);
        between("nodes", "database", "tcp", 5432);
        egress("nodes", "https", "tcp", 443).set("cidrIpv4", ANYWHERE);
        egress("nodes", "cluster", "tcp", 443).set("referencedSecurityGroupId", "sg-cluster");
        ingress("nodes", "cluster", "tcp", 10250).set("referencedSecurityGroupId", "sg-cluster");
        ingress("cluster", "nodes", "tcp", 443).refer("referencedSecurityGroupId", get("nodes-group"));
        get("cluster-in-nodes").set("securityGroupId", "sg-cluster");
        service();
    }

    public ResourceBuilder get(String name) {
        ResourceBuilder found = resources.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no " + name + " among " + resources.keySet());
        }
        return found;
    }

    public ResourceBuilder add(String name, ResourceBuilder resource) {
        resources.put(name, resource);
        return resource;
    }

    public ExamplePlatform without(String name) {
        get(name);
        resources.remove(name);
        return this;
    }

    public StackBuilder stack() {
        return StackBuilder.stack(resources.values().toArray(ResourceBuilder[]::new));
    }

    public Graph graph() {
        return stack().build();
    }

    private ResourceBuilder subnet(String name, String block, ResourceBuilder vpc) {
        return add(
                name,
                resource("aws:ec2/subnet:Subnet", name).set("cidrBlock", block).refer("vpcId", vpc));
    }

    private void route(String name, String target, ResourceBuilder to, String... subnets) {
        ResourceBuilder table = add(name + "-table", resource("aws:ec2/routeTable:RouteTable", name));
        add(
                name + "-route",
                resource("aws:ec2/route:Route", name)
                        .refer("routeTableId", table)
                        .set("destinationCidrBlock", ANYWHERE)
                        .refer(target, to));
        for (String subnet : subnets) {
            add(
                    subnet + "-association",
                    resource("aws:ec2/routeTableAssociation:RouteTableAssociation", subnet)
                            .refer("routeTableId", table)
                            .refer("subnetId", get(subnet)));
        }
    }

    private void acl(String name, List<Object> ingress, List<Object> egress, String... subnets) {
        ResourceBuilder[] of = List.of(subnets).stream().map(this::get).toArray(ResourceBuilder[]::new);
        add(
                name + "-acl",
                resource("aws:ec2/networkAcl:NetworkAcl", name)
                        .referAll("subnetIds", of)
                        .set("ingress", ingress)
                        .set("egress", egress));
    }

    public static Map<String, Object> rule(int number, String protocol, String block, int port) {
        return ports(number, protocol, block, port, port);
    }

    private static Map<String, Object> answers(int number, String block) {
        return ports(number, "tcp", block, 1024, 65535);
    }

    private static Map<String, Object> everything(int number) {
        return ports(number, "-1", VPC_BLOCK, 0, 0);
    }

    private static Map<String, Object> ports(int number, String protocol, String block, int from, int to) {
        return Map.of(
                "ruleNo",
                number,
                "action",
                "allow",
                "protocol",
                protocol,
                "cidrBlock",
                block,
                "fromPort",
                from,
                "toPort",
                to);
    }

    private static ResourceBuilder group(String name) {
        return resource("aws:ec2/securityGroup:SecurityGroup", name);
    }

    /** A rule that still lacks its peer. */
    public ResourceBuilder ingress(String to, String from, String protocol, int port) {
        return securityRule(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", to, from, "in", protocol, port);
    }

    public ResourceBuilder egress(String from, String to, String protocol, int port) {
        return securityRule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", from, to, "out", protocol, port);
    }

    private ResourceBuilder securityRule(
            String type, String owner, String other, String direction, String protocol, int port) {
        String plain = owner + "-" + direction + "-" + other;
        String name = resources.containsKey(plain) ? plain + "-" + protocol : plain;
        ResourceBuilder rule = resource(type, name)
                .set("ipProtocol", protocol)
                .set("fromPort", port)
                .set("toPort", port);
        if (resources.containsKey(owner + "-group")) {
            rule.refer("securityGroupId", get(owner + "-group"));
        }
        return add(name, rule);
    }

    private void between(String from, String to, String protocol, int port) {
        egress(from, to, protocol, port).refer("referencedSecurityGroupId", get(to + "-group"));
        ingress(to, from, protocol, port).refer("referencedSecurityGroupId", get(from + "-group"));
    }

    private void cluster() {
        add(
                "cluster",
                resource("aws:eks/cluster:Cluster", "cluster")
                        .set("vpcConfig.endpointPrivateAccess", true)
                        .set("vpcConfig.endpointPublicAccess", false)
                        .set("vpcConfig.clusterSecurityGroupId", "sg-cluster")
                        .referAll("vpcConfig.subnetIds", get("intra")));
        ResourceBuilder template = add(
                "template",
                resource("aws:ec2/launchTemplate:LaunchTemplate", "node")
                        .referAll("vpcSecurityGroupIds", get("nodes-group"))
                        .set("metadataOptions.httpPutResponseHopLimit", 1));
        add(
                "nodes",
                resource("aws:eks/nodeGroup:NodeGroup", "nodes")
                        .referAll("subnetIds", get("private-a"), get("private-b"))
                        .refer("launchTemplate.id", template));
        add("coredns", resource("aws:eks/addon:Addon", "coredns").set("addonName", "coredns"));
    }

    private void balancer() {
        ResourceBuilder balancer = add(
                "balancer",
                resource("aws:lb/loadBalancer:LoadBalancer", "service")
                        .set("internal", false)
                        .referAll("subnets", get("public"))
                        .referAll("securityGroups", get("load-balancer-group")));
        ResourceBuilder targets = add(
                "targets", resource("aws:lb/targetGroup:TargetGroup", "service").set("targetType", "ip"));
        add(
                "http",
                resource("aws:lb/listener:Listener", "http")
                        .refer("loadBalancerArn", balancer)
                        .set("port", 80)
                        .set("protocol", "HTTP")
                        .set("defaultActions", List.of(Map.of("type", "redirect"))));
        add(
                "https",
                resource("aws:lb/listener:Listener", "https")
                        .refer("loadBalancerArn", balancer)
                        .set("port", 443)
                        .set("protocol", "HTTPS")
                        .set("defaultActions", List.of(Map.of("type", "forward", "targetGroupArn", "service-id"))));
        add(
                "waf",
                resource("aws:wafv2/webAclAssociation:WebAclAssociation", "service")
                        .refer("resourceArn", balancer));
        add(
                "binding",
                resource("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "service")
                        .set("metadata.namespace", "palisade")
                        .set("spec.serviceRef", Map.of("name", "service", "port", 80))
                        .refer("spec.targetGroupARN", targets));
    }

    private void service() {
        Map<String, Object> selector = Map.of("app", "service");
        add(
                "service",
                kubernetes("core/v1:Service")
                        .set("spec.selector", selector)
                        .set("spec.ports", List.of(Map.of("port", 80, "targetPort", 5000))));
        add("deployment", kubernetes("apps/v1:Deployment").set("spec.template.metadata.labels", selector));
        add(
                "policy",
                kubernetes("networking.k8s.io/v1:NetworkPolicy")
                        .set("spec.podSelector", Map.of("matchLabels", selector))
                        .set("spec.policyTypes", List.of("Ingress", "Egress"))
                        .set(
                                "spec.ingress",
                                List.of(Map.of("from", List.of(block("10.0.0.0/24")), "ports", ports("TCP", 5000))))
                        .set(
                                "spec.egress",
                                List.of(
                                        Map.of(
                                                "to",
                                                List.of(dns()),
                                                "ports",
                                                List.of(port("UDP", 53), port("TCP", 53))),
                                        Map.of("to", List.of(block("10.0.4.0/24")), "ports", ports("TCP", 5432)))));
    }

    private static ResourceBuilder kubernetes(String type) {
        return resource("kubernetes:" + type, "service")
                .set("metadata.name", "service")
                .set("metadata.namespace", "palisade");
    }

    private static Map<String, Object> dns() {
        return Map.of(
                "namespaceSelector", Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", "kube-system")),
                "podSelector", Map.of("matchLabels", Map.of("k8s-app", "kube-dns")));
    }

    public static Map<String, Object> block(String cidr) {
        return Map.of("ipBlock", Map.of("cidr", cidr));
    }

    private static List<Object> ports(String protocol, int port) {
        return List.of(port(protocol, port));
    }

    private static Map<String, Object> port(String protocol, int port) {
        return Map.of("protocol", protocol, "port", port);
    }
}
