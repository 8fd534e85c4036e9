package dev.palisade.platform.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The route tables: public subnets lead to the internet gateway, private ones to a NAT gateway, intra and data ones
 * nowhere.
 */
final class Routes extends Room {

    private static final String INTERNET = "0.0.0.0/0";

    private final StackSettings settings;
    private final Vpc vpc;
    private final List<RouteTable> privateTables = new ArrayList<>();

    Routes(Vpc vpc, Map<Tier, Subnets> tiers, StackSettings settings, ComponentResourceOptions options) {
        super("network:Routes", "routes", options);
        this.settings = settings;
        this.vpc = vpc;
        var gateway = new InternetGateway(
                "internet",
                InternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(named("internet"))
                        .build(),
                inside());
        var outward = table("public");
        new Route(
                "public-internet",
                RouteArgs.builder()
                        .routeTableId(outward.id())
                        .destinationCidrBlock(INTERNET)
                        .gatewayId(gateway.id())
                        .build(),
                inside());
        associate(outward, Tier.PUBLIC, tiers);
        var nats = natGateways(tiers, gateway);
        Objects.requireNonNull(tiers.get(Tier.PRIVATE)).byZone().forEach((zone, subnet) -> {
            var table = table("private-" + zone);
            new Route(
                    "private-" + zone + "-nat",
                    RouteArgs.builder()
                            .routeTableId(table.id())
                            .destinationCidrBlock(INTERNET)
                            .natGatewayId(Objects.requireNonNull(nats.get(zone)).id())
                            .build(),
                    inside());
            associate(table, "private-" + zone, subnet);
            privateTables.add(table);
        });
        associate(table("intra"), Tier.INTRA, tiers);
        associate(table("data"), Tier.DATA, tiers);
        finished();
    }

    /** The tables of the private subnets, to which a gateway endpoint adds its route. */
    List<RouteTable> privateTables() {
        return List.copyOf(privateTables);
    }

    /** The NAT gateway that serves each zone: its own, or the first zone's. */
    private Map<String, NatGateway> natGateways(Map<Tier, Subnets> tiers, InternetGateway gateway) {
        var zones = settings.network().zones();
        var nats = new HashMap<String, NatGateway>();
        for (var zone : settings.network().natPerZone() ? zones : zones.subList(0, 1)) {
            var address = new Eip(
                    "nat-" + zone,
                    EipArgs.builder().domain("vpc").tags(named("nat-" + zone)).build(),
                    inside(gateway));
            var subnet = Objects.requireNonNull(
                    Objects.requireNonNull(tiers.get(Tier.PUBLIC)).byZone().get(zone));
            nats.put(
                    zone,
                    new NatGateway(
                            "nat-" + zone,
                            NatGatewayArgs.builder()
                                    .allocationId(address.allocationId())
                                    .subnetId(subnet.id())
                                    .tags(named("nat-" + zone))
                                    .build(),
                            inside(gateway)));
        }
        var first = Objects.requireNonNull(nats.get(zones.get(0)));
        zones.forEach(zone -> nats.putIfAbsent(zone, first));
        return nats;
    }

    private RouteTable table(String name) {
        return new RouteTable(
                name, RouteTableArgs.builder().vpcId(vpc.id()).tags(named(name)).build(), inside());
    }

    private void associate(RouteTable table, Tier tier, Map<Tier, Subnets> tiers) {
        Objects.requireNonNull(tiers.get(tier))
                .byZone()
                .forEach((zone, subnet) -> associate(table, tier.label() + "-" + zone, subnet));
    }

    private void associate(RouteTable table, String name, Subnet subnet) {
        new RouteTableAssociation(
                name,
                RouteTableAssociationArgs.builder()
                        .routeTableId(table.id())
                        .subnetId(subnet.id())
                        .build(),
                inside());
    }

    private Map<String, String> named(String name) {
        return Map.of("Name", settings.name() + "-" + name);
    }
}
