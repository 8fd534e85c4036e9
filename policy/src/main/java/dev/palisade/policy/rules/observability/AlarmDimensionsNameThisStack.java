package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Where the stack makes nothing of a kind, the alarm is on another stack's, which is not judged. */
@PolicyInfo(
        title = "An alarm on a load balancer, firewall or cluster is on one of this stack",
        severity = Severity.MEDIUM,
        rows = {Row.X10},
        controls = {"NIST 800-53 SI-4", "NIST 800-53 AU-6(1)", "PCI DSS 10.4.1.1", "SOC 2 CC7.2"},
        why = "Under a name that nothing has there is no data, and the alarm is quiet while the service burns.",
        remedy = "Take the dimension from the resource: the suffix of its ARN, or its name.",
        snippet = "MetricAlarmArgs.builder().dimensions(Map.of(\"LoadBalancer\", loadBalancer.arnSuffix()))")
public final class AlarmDimensionsNameThisStack implements RelationPolicy {
    private static final Property DIMENSIONS = Property.of(Alarms.ALARM, "dimensions");
    private static final Property FIREWALL = Property.of("aws:wafv2/webAcl:WebAcl", "arn");

    /** What a dimension names, by which of its properties, and how the two fit. */
    private record Named(Property property, BiPredicate<String, String> fits) {}

    private static final Map<String, Named> NAMED = Map.of(
            "LoadBalancer",
            new Named(
                    Property.of("aws:lb/loadBalancer:LoadBalancer", "arn"),
                    (arn, suffix) -> arn.endsWith(":loadbalancer/" + suffix)),
            "TargetGroup",
            new Named(
                    Property.of("aws:lb/targetGroup:TargetGroup", "arn"), (arn, suffix) -> arn.endsWith(":" + suffix)),
            "WebACL",
            new Named(Property.of("aws:wafv2/webAcl:WebAcl", "name"), String::equals),
            "Region",
            new Named(FIREWALL, (arn, region) -> arn.contains(":wafv2:" + region + ":")),
            "ClusterName",
            new Named(Property.of("aws:eks/cluster:Cluster", "name"), String::equals));

    @Override
    public Set<String> types() {
        return Set.of(Alarms.ALARM);
    }

    @Override
    public Verdict check(Resource alarm, Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Map.Entry<String, Value> dimension : alarm.get(DIMENSIONS).fields().entrySet()) {
            Named named = NAMED.get(dimension.getKey());
            if (named != null && !graph.ofType(named.property().type()).isEmpty()) {
                verdict = verdict.and(Verdict.require(
                        isMade(alarm, dimension.getValue(), named, graph),
                        "watches a " + dimension.getKey() + " that nothing here is: "
                                + dimension.getValue().text().orElse("?")));
            }
        }
        return verdict;
    }

    /** A name that is not known yet comes from what it depends on. */
    private static Truth isMade(Resource alarm, Value name, Named named, Graph graph) {
        if (name.isUnknown()) {
            return graph.targets(alarm, DIMENSIONS, named.property().type())
                    .exist()
                    .or(Truth.UNKNOWN);
        }
        return graph.ofType(named.property().type()).stream()
                .map(one -> one.get(named.property()))
                .map(known -> known.isPresent() == Truth.TRUE
                        ? known.matches(
                                text -> named.fits().test(text, name.text().orElse("")))
                        : Truth.UNKNOWN)
                .reduce(Truth.FALSE, Truth::or);
    }
}
