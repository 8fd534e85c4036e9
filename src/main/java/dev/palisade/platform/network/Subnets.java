package dev.palisade.platform.network;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.SubnetCidrReservation;
import com.pulumi.aws.ec2.SubnetCidrReservationArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.palisade.platform.room.Room;
import dev.palisade.platform.settings.StackSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One tier's subnets, one for each zone, named after the zone. */
final class Subnets extends Room {

    private final SortedMap<String, Subnet> byZone = new TreeMap<>();

    Subnets(Tier tier, Vpc vpc, CidrPlan plan, StackSettings settings, ComponentResourceOptions options) {
        super("network:Subnets", tier.label() + "-subnets", options);
        for (var zone : settings.network().zones()) {
            var name = tier.label() + "-" + zone;
            var subnet = new Subnet(
                    name,
                    SubnetArgs.builder()
                            .vpcId(vpc.id())
                            .availabilityZone(zone)
                            .cidrBlock(plan.subnet(tier, zone).toString())
                            .mapPublicIpOnLaunch(false)
                            .tags(tags(tier, name, settings))
                            .build(),
                    inside());
            byZone.put(zone, subnet);
            if (tier == Tier.PRIVATE) {
                // Whole /28 prefixes for pods stay available, however nodes take single addresses.
                new SubnetCidrReservation(
                        "pods-" + zone,
                        SubnetCidrReservationArgs.builder()
                                .subnetId(subnet.id())
                                .cidrBlock(plan.pods(zone).toString())
                                .reservationType("prefix")
                                .description("Prefixes for pods")
                                .build(),
                        inside());
            }
        }
        finished();
    }

    SortedMap<String, Subnet> byZone() {
        return byZone;
    }

    Output<List<String>> ids() {
        return Output.all(byZone.values().stream().map(Subnet::id).toList());
    }

    private static Map<String, String> tags(Tier tier, String name, StackSettings settings) {
        var tags = new HashMap<String, String>();
        tags.put("Name", settings.name() + "-" + name);
        tags.put("Tier", tier.label());
        // By these the load balancer controller and EKS find the subnets that are theirs.
        switch (tier) {
            case PUBLIC -> tags.put("kubernetes.io/role/elb", "1");
            case PRIVATE -> tags.put("kubernetes.io/role/internal-elb", "1");
            case INTRA, DATA -> {}
        }
        if (tier != Tier.DATA) {
            tags.put("kubernetes.io/cluster/" + settings.name(), "shared");
        }
        return tags;
    }
}
