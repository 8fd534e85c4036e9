package dev.palisade.policy.flow;

import static dev.palisade.policy.flow.ExamplePlatform.block;
import static dev.palisade.policy.flow.ExamplePlatform.rule;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FlowsTest {
    private static final String NODES_IN = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    @Test
    void theExamplePlatformIsAsDeclared() {
        FlowTable table = FlowTable.of(new ExamplePlatform().graph());
        assertThat(table.declared())
                .allSatisfy(result ->
                        assertThat(result.holds()).as(result.explanation()).isEqualTo(Truth.TRUE));
        assertThat(table.undeclared().stream().map(UndeclaredFlow::explanation)).isEmpty();
    }

    /** Kubernetes would refuse such a policy: what it lets through is not known. */
    @Test
    void portsThatThereAreNotLeaveFlowsUnknown() {
        ExamplePlatform platform = new ExamplePlatform();
        platform.get("policy")
                .set("spec.ingress", List.of(Map.of("ports", List.of(Map.of("port", -5, "protocol", "TCP")))));
        platform.get("service").set("spec.ports", List.of(Map.of("port", 80, "targetPort", 70000)));
        assertThat(FlowTable.of(platform.graph()).declared())
                .filteredOn(result -> result.flow().name().equals("load-balancer-to-service"))
                .allSatisfy(result -> assertThat(result.holds()).isNotEqualTo(Truth.TRUE));
    }

    /** That is what network ACLs have denials for. */
    @Test
    void attackersMayBeTurnedAway() {
        ExamplePlatform platform = new ExamplePlatform();
        turnAway(platform, "public-acl", "198.51.100.0/24");
        turnAway(platform, "private-acl", "203.0.113.7");
        assertThat(FlowTable.of(platform.graph()).declared())
                .allSatisfy(result ->
                        assertThat(result.holds()).as(result.explanation()).isEqualTo(Truth.TRUE));
    }

    private static void turnAway(ExamplePlatform platform, String acl, String block) {
        platform.add(
                acl + "-denial",
                resource("aws:ec2/networkAclRule:NetworkAclRule", acl + "-denial")
                        .refer("networkAclId", platform.get(acl))
                        .set("ruleNumber", 10)
                        .set("ruleAction", "deny")
                        .set("protocol", "-1")
                        .set("cidrBlock", block));
    }

    /** What is done to the platform, and the flows that fall. */
    @TestFactory
    Stream<DynamicTest> aChangeBreaksItsFlows() {
        return Stream.of(
                broken(
                        "without the route to the internet",
                        p -> p.without("public-route"),
                        "internet-to-load-balancer"),
                broken("without the HTTPS listener", p -> p.without("https"), "internet-to-load-balancer"),
                broken(
                        "without the security group's rule",
                        p -> p.without("load-balancer-in-443"),
                        "internet-to-load-balancer"),
                broken("without the binding", p -> p.without("binding"), "load-balancer-to-service"),
                broken(
                        "with another target port",
                        p -> p.get("service").set("spec.ports", List.of(Map.of("port", 80, "targetPort", 8080))),
                        "load-balancer-to-service"),
                broken(
                        "without answers through the data tier's ACL",
                        p -> p.get("data-acl").set("egress", List.of()),
                        "service-to-database"),
                broken(
                        "without DNS in the network policy",
                        p -> p.get("policy").set("spec.egress", List.of()),
                        "service-to-dns"),
                broken("without NAT", p -> p.without("private-route"), "nodes-to-ecr"),
                broken(
                        "with a sixteenth of the internet turned away",
                        p -> turnAway(p, "public-acl", "48.0.0.0/4"),
                        "internet-to-load-balancer"),
                broken(
                        "with one node's address turned away",
                        p -> turnAway(p, "data-acl", "10.0.1.7"),
                        "service-to-database"),
                broken(
                        "without the way through NAT's subnet",
                        p -> p.get("public-acl").set("ingress", List.of(rule(100, "tcp", "0.0.0.0/0", 80))),
                        "nodes-to-sts"),
                broken(
                        "with a private API switched off",
                        p -> p.get("cluster").set("vpcConfig.endpointPrivateAccess", false),
                        "nodes-to-cluster-api"),
                broken("without the firewall", p -> p.without("waf"), "no-way-round-the-waf"),
                broken(
                        "with a Service of type LoadBalancer",
                        p -> p.get("service").set("spec.type", "LoadBalancer"),
                        "no-way-round-the-waf"),
                broken("with public nodes", FlowsTest::publicNodes, "no-way-into-nodes"),
                broken(
                        "with node ports on public nodes",
                        p -> {
                            publicNodes(p);
                            p.get("service").set("spec.type", "NodePort");
                        },
                        "no-way-round-the-waf"),
                broken(
                        "with hostNetwork on public nodes",
                        p -> {
                            publicNodes(p);
                            p.get("deployment").set("spec.template.spec.hostNetwork", true);
                        },
                        "no-way-round-the-waf"),
                broken("without the network policy", p -> p.without("policy"), "no-pod-speaks-to-the-service"),
                broken(
                        "with a network policy for everybody",
                        p -> p.get("policy").set("spec.ingress", List.of(Map.of())),
                        "no-pod-speaks-to-the-service"),
                broken(
                        "with egress to every namespace",
                        p -> p.get("policy")
                                .set(
                                        "spec.egress",
                                        List.of(Map.of("to", List.of(Map.of("namespaceSelector", Map.of()))))),
                        "service-stays-in-its-namespace"),
                broken(
                        "with two hops for metadata and an open policy",
                        p -> {
                            p.get("template").set("metadataOptions.httpPutResponseHopLimit", 2);
                        },
                        "no-metadata-for-the-service"),
                broken(
                        "with a public database",
                        p -> {
                            p.add(
                                    "public-data",
                                    resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "data")
                                            .refer("routeTableId", p.get("public-table"))
                                            .refer("subnetId", p.get("data")));
                            p.get("data").set("mapPublicIpOnLaunch", true);
                            p.get("data-acl")
                                    .set("ingress", List.of(rule(1, "tcp", "0.0.0.0/0", 5432)))
                                    .set("egress", List.of(rule(1, "-1", "0.0.0.0/0", 0)));
                            p.get("database-in-nodes")
                                    .set("cidrIpv4", "0.0.0.0/0")
                                    .unset("referencedSecurityGroupId");
                        },
                        "no-way-into-the-data-tier"),
                broken(
                        "with a public API",
                        p -> p.get("cluster").set("vpcConfig.endpointPublicAccess", true),
                        "no-way-into-the-cluster-api"),
                broken(
                        "with a peer in the network policy",
                        p -> {
                            p.add(
                                    "peering",
                                    resource("aws:ec2/route:Route", "peering")
                                            .refer("routeTableId", p.get("private-table"))
                                            .set("destinationCidrBlock", "192.168.0.0/16")
                                            .set("vpcPeeringConnectionId", "pcx-1"));
                            p.get("policy").set("spec.ingress", List.of(Map.of("from", List.of(block("0.0.0.0/0")))));
                            p.ingress("nodes", "peer", "tcp", 5000).set("cidrIpv4", "192.168.0.0/16");
                            p.get("private-acl").set("ingress", List.of(rule(1, "-1", "0.0.0.0/0", 0)));
                            p.get("private-acl").set("egress", List.of(rule(1, "-1", "0.0.0.0/0", 0)));
                        },
                        "no-way-in-from-other-networks"));
    }

    @Test
    void whatIsNotDeclaredIsFoundWithItsWay() {
        ExamplePlatform platform = new ExamplePlatform();
        platform.ingress("nodes", "ssh", "tcp", 22).refer("referencedSecurityGroupId", platform.get("nodes-group"));
        platform.egress("nodes", "ssh", "tcp", 22).refer("referencedSecurityGroupId", platform.get("nodes-group"));
        assertThat(FlowTable.of(platform.graph()).undeclared()).anySatisfy(flow -> {
            assertThat(flow.explanation()).startsWith("nodes/nodes reaches pods/kube-system/coredns on tcp 22");
            assertThat(flow.certain()).isEqualTo(Truth.TRUE);
            assertThat(flow.explanation()).contains("rule nodes-in-ssh allows tcp 22 from the group");
        });
    }

    @Test
    void theHopThatStopsARequiredFlowIsNamed() {
        ExamplePlatform platform = new ExamplePlatform();
        platform.get("private-acl").set("ingress", List.of(rule(100, "tcp", "10.0.0.0/16", 5000)));
        assertThat(result(platform, "service-to-dns").explanation())
                .contains(
                        "service-to-dns: pods/palisade/service to pods/kube-system/coredns on tcp 53, udp 53 does not work")
                .contains("network ACL private stops: no rule lets it in");
        ExamplePlatform unanswered = new ExamplePlatform();
        unanswered.get("data-acl").set("egress", List.of(rule(200, "tcp", "10.0.1.0/24", 5432)));
        assertThat(result(unanswered, "service-to-database").explanation())
                .contains("network ACL data stops: the answer: no rule lets tcp 1024-")
                .contains("back from 10.0.4.0 to 10.0.1.0");
    }

    @Test
    void whatIsNotKnownYetIsUnknownAndSaysWhy() {
        ExamplePlatform platform = new ExamplePlatform();
        platform.get("load-balancer-in-443").unknown("cidrIpv4");
        FlowResult required = result(platform, "internet-to-load-balancer");
        assertThat(required.holds()).isEqualTo(Truth.UNKNOWN);
        assertThat(required.explanation()).contains("on values not known yet");

        ExamplePlatform undecided = new ExamplePlatform();
        undecided.add(
                "waf",
                resource("aws:wafv2/webAclAssociation:WebAclAssociation", "waf").unknown("resourceArn"));
        assertThat(result(undecided, "no-way-round-the-waf").holds()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void inlineRulesCountAsSeparateOnesDo() {
        ExamplePlatform platform = new ExamplePlatform().without("load-balancer-in-443");
        platform.get("load-balancer-group")
                .set(
                        "ingress",
                        List.of(Map.of(
                                "protocol",
                                "tcp",
                                "fromPort",
                                443,
                                "toPort",
                                443,
                                "cidrBlocks",
                                List.of("0.0.0.0/1", "128.0.0.0/1"))));
        assertThat(result(platform, "internet-to-load-balancer").holds()).isEqualTo(Truth.TRUE);
    }

    @Test
    void aGatewayEndpointServesTheTablesOfItsOwnVpcWhereverItStands() {
        ExamplePlatform platform = new ExamplePlatform();
        gateway(platform, "of-another").refer("vpcId", platform.add("another", resource("aws:ec2/vpc:Vpc", "another")));
        gateway(platform, "own")
                .refer("vpcId", platform.get("vpc"))
                .referAll("routeTableIds", platform.get("private-table"));
        platform.without("private-route");

        assertThat(result(platform, "nodes-to-s3").holds()).isEqualTo(Truth.TRUE);
        assertThat(result(platform, "nodes-to-s3").path())
                .extracting(Decision::rule)
                .contains("gateway endpoint own takes it");
    }

    private static ResourceBuilder gateway(ExamplePlatform platform, String name) {
        return platform.add(
                name,
                resource("aws:ec2/vpcEndpoint:VpcEndpoint", name)
                        .set("serviceName", "com.amazonaws.eu-central-1.s3")
                        .set("vpcEndpointType", "Gateway"));
    }

    @Test
    void malformedFlowsAreRefusedByName() {
        String flow = "{name: a, kind: required, from: internet, to: nodes, ports: tcp 1, reason: why}";
        assertThatThrownBy(() -> Flows.read("- " + flow + "\n- " + flow)).hasMessage("flow \"a\" is declared twice");
        assertThatThrownBy(() -> Flows.read("- {name: a, kind: required}")).hasMessage("flow \"a\" lacks its from");
        assertThatThrownBy(() -> Flows.read("- " + flow.replace("reason", "because")))
                .hasMessage("flow \"a\" has an unknown field \"because\"");
        assertThatThrownBy(() -> Flows.read("- " + flow.replace("tcp 1", "http")))
                .hasMessage("\"http\" is no protocol with a port");
    }

    private static void publicNodes(ExamplePlatform platform) {
        for (String subnet : List.of("private-a", "private-b")) {
            platform.get(subnet).set("mapPublicIpOnLaunch", true);
        }
        platform.get("private-route").unset("natGatewayId").refer("gatewayId", platform.get("gateway"));
        platform.add(
                "open",
                resource(NODES_IN, "open")
                        .refer("securityGroupId", platform.get("nodes-group"))
                        .set("ipProtocol", "-1")
                        .set("cidrIpv4", "0.0.0.0/0"));
        platform.get("private-acl").set("ingress", List.of(rule(1, "-1", "0.0.0.0/0", 0)));
    }

    private static DynamicTest broken(String name, Consumer<ExamplePlatform> change, String flow) {
        return DynamicTest.dynamicTest(name + ": " + flow, () -> {
            ExamplePlatform platform = new ExamplePlatform();
            change.accept(platform);
            FlowResult result = result(platform, flow);
            assertThat(result.holds()).as(result.explanation()).isEqualTo(Truth.FALSE);
        });
    }

    private static FlowResult result(ExamplePlatform platform, String flow) {
        return FlowTable.of(platform.graph()).declared().stream()
                .filter(result -> result.flow().name().equals(flow))
                .collect(Collectors.toList())
                .get(0);
    }
}
