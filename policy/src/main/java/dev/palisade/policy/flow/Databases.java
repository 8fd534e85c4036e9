package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.ArrayList;
import java.util.List;

/** Managed databases: they take packets in the subnets of their subnet group. */
final class Databases {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String SUBNET_GROUP = "aws:rds/subnetGroup:SubnetGroup";
    private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final String CACHE_SUBNET_GROUP = "aws:elasticache/subnetGroup:SubnetGroup";
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    INSTANCE,
                    Property.of(INSTANCE, "dbSubnetGroupName"),
                    Property.of(INSTANCE, "vpcSecurityGroupIds"),
                    Property.of(SUBNET_GROUP, "subnetIds")),
            new Kind(
                    CLUSTER,
                    Property.of(CLUSTER, "dbSubnetGroupName"),
                    Property.of(CLUSTER, "vpcSecurityGroupIds"),
                    Property.of(SUBNET_GROUP, "subnetIds")),
            new Kind(
                    CACHE,
                    Property.of(CACHE, "subnetGroupName"),
                    Property.of(CACHE, "securityGroupIds"),
                    Property.of(CACHE_SUBNET_GROUP, "subnetIds")));
    private static final Property PUBLIC = Property.of(INSTANCE, "publiclyAccessible");

    /** Where a kind of database says where it is. */
    record Kind(String type, Property subnetGroup, Property groups, Property subnets) {}

    private final Graph graph;
    private final Subnets subnets;
    private final SecurityGroups groups;

    Databases(Graph graph, Subnets subnets, SecurityGroups groups) {
        this.graph = graph;
        this.subnets = subnets;
        this.groups = groups;
    }

    List<Endpoint> all() {
        List<Endpoint> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            graph.ofType(kind.type()).forEach(database -> found.add(read(kind, database)));
        }
        return found;
    }

    private Endpoint read(Kind kind, Resource database) {
        Groups own = groups.named(database, kind.groups(), database.get(kind.groups()));
        Truth isPublic = database.is(INSTANCE) ? database.get(PUBLIC).isTrue() : Truth.FALSE;
        List<Place> places = new ArrayList<>();
        String type = kind.subnets().type();
        for (Resource group : graph.targets(database, kind.subnetGroup(), type).resources()) {
            subnets.named(graph.targets(group, kind.subnets(), Subnets.SUBNET)).stream()
                    .map(subnet -> Place.in(subnet, own, isPublic))
                    .forEach(places::add);
        }
        return Endpoint.of("data-tier/" + database.name(), Endpoint.Kind.INSIDE, places);
    }
}
