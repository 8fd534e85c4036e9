package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NetworkTest {

    @Test
    void aStackHasAsManyNatGatewaysAsItsSettingsSay() {
        assertThat(Platforms.of("dev").ofType("aws:ec2/natGateway:NatGateway")).hasSize(1);
        assertThat(Platforms.of("prod").ofType("aws:ec2/natGateway:NatGateway")).hasSize(3);
    }

    @Test
    void whatAwsMakesByDefaultLetsNothingThrough() {
        var dev = Platforms.of("dev");

        for (var type : List.of(
                "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl")) {
            assertThat(dev.one(type, "default").input("ingress")).isEqualTo(List.of());
            assertThat(dev.one(type, "default").input("egress")).isEqualTo(List.of());
        }
        assertThat(dev.one("aws:ec2/defaultRouteTable:DefaultRouteTable", "default")
                        .input("routes"))
                .isEqualTo(List.of());
    }

    @Test
    void onlyTheLoadBalancerIsOpenToTheInternetAndOnlyForTheWeb() {
        var open = Platforms.of("prod").ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").stream()
                .filter(rule -> rule.inputs().containsKey("cidrIpv4"));

        assertThat(open)
                .extracting(Mocked.Registered::name)
                .containsExactly("load-balancer-from-internet-443", "load-balancer-from-internet-80");
    }

    @Test
    void everyPassageIsOpenOnBothSides() {
        var prod = Platforms.of("prod");
        var out = prod.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").stream()
                .filter(rule -> rule.inputs().containsKey("referencedSecurityGroupId"))
                .map(rule -> "%s>%s %s %s"
                        .formatted(
                                rule.input("securityGroupId"),
                                rule.input("referencedSecurityGroupId"),
                                rule.input("ipProtocol"),
                                rule.input("fromPort")))
                .toList();
        var in = prod.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").stream()
                .filter(rule -> rule.inputs().containsKey("referencedSecurityGroupId"))
                .map(rule -> "%s>%s %s %s"
                        .formatted(
                                rule.input("referencedSecurityGroupId"),
                                rule.input("securityGroupId"),
                                rule.input("ipProtocol"),
                                rule.input("fromPort")))
                .toList();

        assertThat(out).isNotEmpty().containsExactlyInAnyOrderElementsOf(in);
    }

    @Test
    void privateSubnetsLeadToTheNatGatewayOfTheirOwnZone() {
        var routes = Platforms.of("prod").ofType("aws:ec2/route:Route").stream()
                .filter(route -> route.name().startsWith("private-"));

        assertThat(routes).hasSize(3).allSatisfy(route -> assertThat(route.input("natGatewayId"))
                .isEqualTo("id-nat-"
                        + route.name()
                                .substring("private-".length(), route.name().length() - 4)));
    }
}
