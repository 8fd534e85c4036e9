package dev.palisade.policy.rules.network;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.function.Function;

/** The subnets that a network ACL guards, named by itself or by associations. */
final class NetworkAclSubnets {
    private static final Property SUBNETS = Property.of(NetworkAclRules.ACL, "subnetIds");
    private static final Property ASSOCIATED_ACL =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "networkAclId");
    private static final Property ASSOCIATED_SUBNET =
            Property.of("aws:ec2/networkAclAssociation:NetworkAclAssociation", "subnetId");
    private static final String SUBNET = "aws:ec2/subnet:Subnet";

    private NetworkAclSubnets() {}

    /** Whether some subnet behind the ACL fulfils the test. */
    static Truth any(Resource acl, Graph graph, Function<Resource, Truth> test) {
        return graph.targets(acl, SUBNETS, SUBNET)
                .any(test)
                .or(graph.referrers(acl, ASSOCIATED_ACL)
                        .any(association -> graph.targets(association, ASSOCIATED_SUBNET, SUBNET)
                                .any(test)));
    }
}
