package dev.palisade.policy.rules.network;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;

@PolicyInfo(
        title = "The VPC's default route table leads nowhere",
        severity = Severity.MEDIUM,
        rows = {Row.A2},
        controls = {"CIS AWS 5.6", "NIST 800-53 SC-7", "PCI DSS 1.4.1", "SOC 2 CC6.6"},
        why = "Every subnet without a table of its own uses it, so a route in it reaches subnets nobody thought of.",
        remedy = "Adopt it without routes.",
        snippet =
                "new DefaultRouteTable(\"default\", DefaultRouteTableArgs.builder().defaultRouteTableId(vpc.defaultRouteTableId()))")
public final class DefaultRouteTableIsEmpty implements RelationPolicy {
    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
    private static final String MAIN = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
    private static final Property GIVEN = Property.of(VPC, "defaultRouteTableId");
    private static final Property ADOPTED = Property.of(TABLE, "defaultRouteTableId");
    private static final Property ROUTES = Property.of(TABLE, "routes");
    private static final Property GATEWAYS = Property.of(TABLE, "propagatingVgws");
    private static final Property ROUTE_TABLE = Property.of("aws:ec2/route:Route", "routeTableId");

    @Override
    public Set<String> types() {
        return Set.of(VPC, TABLE, MAIN);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(MAIN)) {
            return Verdict.fail("makes another table the default of subnets without one");
        }
        if (resource.is(VPC)) {
            Truth adopted = VpcDefault.isAdopted(resource, graph, ADOPTED, GIVEN);
            return Verdict.require(adopted, "leaves its default route table as AWS makes it");
        }
        Truth led = resource.get(ROUTES)
                .hasItems()
                .or(resource.get(GATEWAYS).hasItems())
                .or(Truth.of(!graph.referrers(resource, ROUTE_TABLE).isEmpty()));
        return Verdict.require(led.not(), "has a route");
    }
}
