package dev.palisade.policy.rules.network;

import dev.palisade.policy.flow.PortSet;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.stream.Stream;

/** What a security group guards. */
final class SecurityGroupUses {
    /** MySQL, PostgreSQL, SQL Server, Oracle, Redis, Memcached and MongoDB. */
    private static final PortSet DATA = PortSet.union(Stream.of(3306, 5432, 1433, 1521, 6379, 11_211, 27_017)
            .map(PortSet::tcp)
            .toList());

    private static final Property LOAD_BALANCERS = Property.of("aws:lb/loadBalancer:LoadBalancer", "securityGroups");
    private static final Property TEMPLATES =
            Property.of("aws:ec2/launchTemplate:LaunchTemplate", "vpcSecurityGroupIds");
    private static final Property TEMPLATE_INTERFACES =
            Property.of("aws:ec2/launchTemplate:LaunchTemplate", "networkInterfaces[].securityGroups");
    private static final Property INSTANCES = Property.of("aws:ec2/instance:Instance", "vpcSecurityGroupIds");
    private static final Property CLUSTERS = Property.of("aws:eks/cluster:Cluster", "vpcConfig.securityGroupIds");
    private static final Property ENDPOINTS = Property.of("aws:ec2/vpcEndpoint:VpcEndpoint", "securityGroupIds");
    private static final Property DATABASES = Property.of("aws:rds/instance:Instance", "vpcSecurityGroupIds");
    private static final Property DATABASE_CLUSTERS = Property.of("aws:rds/cluster:Cluster", "vpcSecurityGroupIds");
    private static final Property FILES = Property.of("aws:efs/mountTarget:MountTarget", "securityGroups");

    private static final List<Property> PRIVATE = List.of(
            TEMPLATES, TEMPLATE_INTERFACES, INSTANCES, CLUSTERS, ENDPOINTS, DATABASES, DATABASE_CLUSTERS, FILES);

    private static final List<List<Property>> KINDS = List.of(
            List.of(LOAD_BALANCERS),
            List.of(TEMPLATES, TEMPLATE_INTERFACES, INSTANCES, CLUSTERS),
            List.of(ENDPOINTS),
            List.of(DATABASES, DATABASE_CLUSTERS, FILES));

    private SecurityGroupUses() {}

    /** For load balancers, nodes with the control plane, endpoints and data stores whether the group guards some. */
    static List<Truth> kinds(Resource group, Graph graph) {
        return KINDS.stream()
                .map(kind -> kind.stream()
                        .map(property -> graph.referrers(group, property).exist())
                        .reduce(Truth.FALSE, Truth::or))
                .toList();
    }

    /** Whether it guards what answers and never calls: endpoints and data stores, by their use or their ports. */
    static Truth answersOnly(Resource group, Graph graph) {
        List<Truth> kinds = kinds(group, graph);
        List<SecurityGroupRule> ingress = SecurityGroupRules.of(group, graph).ingress();
        boolean data = !ingress.isEmpty()
                && ingress.stream()
                        .allMatch(rule -> rule.ports().filter(DATA::contains).isPresent());
        return kinds.get(0)
                .or(kinds.get(1))
                .not()
                .and(kinds.get(2).or(kinds.get(3)).or(Truth.of(data)));
    }

    static Truth isForLoadBalancers(Resource group, Graph graph) {
        return graph.referrers(group, LOAD_BALANCERS).exist();
    }

    /** Whether anything but a load balancer is behind it. */
    static Truth isForOthers(Resource group, Graph graph) {
        Truth used = Truth.FALSE;
        for (Property property : PRIVATE) {
            used = used.or(graph.referrers(group, property).exist());
        }
        return used;
    }
}
