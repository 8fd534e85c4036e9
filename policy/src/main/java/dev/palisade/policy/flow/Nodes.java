package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Targets;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nodes of a cluster: managed groups and groups of one's own, by their launch templates. */
final class Nodes {
    private static final String GROUP = "aws:eks/nodeGroup:NodeGroup";
    private static final String SCALING = "aws:autoscaling/group:Group";
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final Property SUBNETS = Property.of(GROUP, "subnetIds");
    private static final Property TEMPLATE_ID = Property.of(GROUP, "launchTemplate.id");
    private static final Property TEMPLATE_NAME = Property.of(GROUP, "launchTemplate.name");
    private static final Property SCALING_SUBNETS = Property.of(SCALING, "vpcZoneIdentifiers");
    private static final Property SCALING_TEMPLATE = Property.of(SCALING, "launchTemplate.id");
    private static final Property INTERFACES = Property.of(TEMPLATE, "networkInterfaces");
    private static final Property INTERFACE_GROUPS = Property.of(TEMPLATE, "networkInterfaces[].securityGroups");
    private static final Property INTERFACE_PUBLIC =
            Property.of(TEMPLATE, "networkInterfaces[].associatePublicIpAddress");
    private static final Property TEMPLATE_GROUPS = Property.of(TEMPLATE, "vpcSecurityGroupIds");
    private static final Property HOP_LIMIT = Property.of(TEMPLATE, "metadataOptions.httpPutResponseHopLimit");
    private static final Property METADATA = Property.of(TEMPLATE, "metadataOptions.httpEndpoint");

    private final Graph graph;
    private final Subnets subnets;
    private final SecurityGroups groups;
    /** What nodes without a security group of their own are in. */
    private final Groups ofCluster;

    Nodes(Graph graph, Subnets subnets, SecurityGroups groups, Groups ofCluster) {
        this.graph = graph;
        this.subnets = subnets;
        this.groups = groups;
        this.ofCluster = ofCluster;
    }

    List<Endpoint> all() {
        List<Endpoint> nodes = new ArrayList<>();
        for (Resource group : graph.ofType(GROUP)) {
            Targets template = graph.targets(group, TEMPLATE_ID, TEMPLATE);
            nodes.add(read(
                    group, SUBNETS, template.isEmpty() ? graph.targets(group, TEMPLATE_NAME, TEMPLATE) : template));
        }
        for (Resource group : graph.ofType(SCALING)) {
            nodes.add(read(group, SCALING_SUBNETS, graph.targets(group, SCALING_TEMPLATE, TEMPLATE)));
        }
        return nodes;
    }

    private Endpoint read(Resource group, Property in, Targets templates) {
        Optional<Resource> template = templates.resources().stream().findFirst();
        Groups own = template.map(this::groups).orElse(ofCluster);
        List<Place> places = subnets.named(graph.targets(group, in, Subnets.SUBNET)).stream()
                .map(subnet -> Place.in(
                        subnet,
                        templates.decided() ? own : Groups.UNKNOWN,
                        template.map(one -> isPublic(one, subnet)).orElse(subnet.givesPublicAddresses())))
                .toList();
        return Endpoint.of("nodes/" + group.name(), Endpoint.Kind.INSIDE, places);
    }

    private Groups groups(Resource template) {
        List<Value> lists = new ArrayList<>();
        for (Value card : template.get(INTERFACES).items()) {
            lists.add(card.get(INTERFACE_GROUPS));
        }
        for (Value list : lists) {
            if (!list.isMissing()) {
                return groups.named(template, INTERFACE_GROUPS, list);
            }
        }
        Value direct = template.get(TEMPLATE_GROUPS);
        return direct.isMissing() ? ofCluster : groups.named(template, TEMPLATE_GROUPS, direct);
    }

    private static Truth isPublic(Resource template, Subnet subnet) {
        Truth result = Truth.FALSE;
        List<Value> cards = template.get(INTERFACES).items();
        for (Value card : cards) {
            result = result.or(Subnets.isPublic(card.get(INTERFACE_PUBLIC), subnet));
        }
        return cards.isEmpty() ? subnet.givesPublicAddresses() : result;
    }

    /**
     * What the metadata service answers to pods: a packet from a pod has used up its first hop at the node.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">EC2 metadata</a>
     */
    Filter metadataFromPods() {
        List<Rule> open = new ArrayList<>();
        for (Resource template : graph.ofType(TEMPLATE)) {
            Value limit = template.get(HOP_LIMIT);
            Truth answers =
                    template.get(METADATA).is("disabled").not().and(limit.isMissing() ? Truth.FALSE : limit.atLeast(2));
            String text = "launch template " + template.name() + " answers over more than one hop";
            if (answers != Truth.FALSE) {
                open.add(new Rule(Traffic.ALL, true, answers == Truth.TRUE, text));
            }
        }
        for (Resource group : graph.ofType(GROUP)) {
            if (group.get(TEMPLATE_ID).isMissing() && group.get(TEMPLATE_NAME).isMissing()) {
                open.add(Rule.allow(Traffic.ALL, "node group " + group.name() + " has EKS's own template of two hops"));
            }
        }
        return new Filter("instance metadata service", open, "its answers end after one hop, at the node");
    }
}
