package dev.palisade.platform.network;

import com.pulumi.aws.ec2.DefaultNetworkAcl;
import com.pulumi.aws.ec2.DefaultNetworkAclArgs;
import com.pulumi.aws.ec2.DefaultRouteTable;
import com.pulumi.aws.ec2.DefaultRouteTableArgs;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.NetworkAcl;
import com.pulumi.aws.ec2.NetworkAclArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.NetworkAclEgressArgs;
import com.pulumi.aws.ec2.inputs.NetworkAclIngressArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.kms.EncryptionKey;
import dev.palisade.platform.network.Nacl.Rule;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The VPC with its tiers, what leads between them and what stops at their borders. */
public final class Network extends Room {

    private final StackSettings settings;
    private final Vpc vpc;
    private final CidrPlan plan;
    private final Map<Tier, Subnets> tiers = new EnumMap<>(Tier.class);
    private final SecurityGroups securityGroups;

    /** Builds the network; its flow logs are encrypted with {@code logsKey}. */
    public Network(StackSettings settings, EncryptionKey logsKey, ComponentResourceOptions options) {
        super("network:Network", "network", options);
        this.settings = settings;
        plan = new CidrPlan(Cidr.parse(settings.network().cidr()));
        vpc = new Vpc(
                "vpc",
                VpcArgs.builder()
                        .cidrBlock(plan.vpc().toString())
                        .enableDnsSupport(true)
                        .enableDnsHostnames(true)
                        .tags(named("vpc"))
                        .build(),
                inside());
        emptyDefaults();
        for (var tier : Tier.values()) {
            tiers.put(tier, new Subnets(tier, vpc, plan, settings, nested()));
        }
        var routes = new Routes(vpc, tiers, settings, nested());
        for (var tier : Tier.values()) {
            acl(tier);
        }
        securityGroups = new SecurityGroups(vpc, settings, nested());
        new Endpoints(
                vpc, subnetIds(Tier.PRIVATE), securityGroups.endpoints(), routes.privateTables(), settings, nested());
        new FlowLogs(vpc, logsKey, settings, nested());
        finished();
    }

    public Vpc vpc() {
        return vpc;
    }

    public CidrPlan plan() {
        return plan;
    }

    /** The ids of a tier's subnets in the order of their zones' names. */
    public Output<List<String>> subnetIds(Tier tier) {
        return tier(tier).ids();
    }

    /** A tier's subnets by their zones, in the order of the zones' names. */
    public SortedMap<String, Subnet> subnetsByZone(Tier tier) {
        return Collections.unmodifiableSortedMap(tier(tier).byZone());
    }

    public SecurityGroups securityGroups() {
        return securityGroups;
    }

    private Subnets tier(Tier tier) {
        return java.util.Objects.requireNonNull(tiers.get(tier));
    }

    /** What AWS makes with every VPC would let anything through: left without a rule and without a route. */
    private void emptyDefaults() {
        new DefaultSecurityGroup(
                "default",
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpc.id())
                        .ingress(List.of())
                        .egress(List.of())
                        .tags(named("default-unused"))
                        .build(),
                inside());
        new DefaultNetworkAcl(
                "default",
                DefaultNetworkAclArgs.builder()
                        .defaultNetworkAclId(vpc.defaultNetworkAclId())
                        .ingress(List.of())
                        .egress(List.of())
                        .tags(named("default-unused"))
                        .build(),
                inside());
        new DefaultRouteTable(
                "default",
                DefaultRouteTableArgs.builder()
                        .defaultRouteTableId(vpc.defaultRouteTableId())
                        .routes(List.of())
                        .tags(named("default-unused"))
                        .build(),
                inside());
    }

    private void acl(Tier tier) {
        var rules = Nacl.rules(tier, Flow.of(settings), plan);
        new NetworkAcl(
                tier.label(),
                NetworkAclArgs.builder()
                        .vpcId(vpc.id())
                        .subnetIds(subnetIds(tier))
                        .ingress(rules.stream()
                                .filter(rule -> !rule.egress())
                                .map(Network::ingress)
                                .toList())
                        .egress(rules.stream()
                                .filter(Rule::egress)
                                .map(Network::egress)
                                .toList())
                        .tags(named(tier.label()))
                        .build(),
                inside());
    }

    private static NetworkAclIngressArgs ingress(Rule rule) {
        return NetworkAclIngressArgs.builder()
                .ruleNo(rule.number())
                .action("allow")
                .protocol(rule.protocol())
                .cidrBlock(rule.peer().toString())
                .fromPort(rule.fromPort())
                .toPort(rule.toPort())
                .build();
    }

    private static NetworkAclEgressArgs egress(Rule rule) {
        return NetworkAclEgressArgs.builder()
                .ruleNo(rule.number())
                .action("allow")
                .protocol(rule.protocol())
                .cidrBlock(rule.peer().toString())
                .fromPort(rule.fromPort())
                .toPort(rule.toPort())
                .build();
    }

    private Map<String, String> named(String name) {
        return Map.of("Name", settings.name() + "-" + name);
    }
}
