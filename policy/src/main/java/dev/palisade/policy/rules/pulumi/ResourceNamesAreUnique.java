package dev.palisade.policy.rules.pulumi;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS puts an alarm, a rule or a policy document of the same name in place of the first one, without a word. */
@PolicyInfo(
        title = "No two resources of a kind share a name",
        severity = Severity.MEDIUM,
        rows = {Row.X10, Row.X1},
        controls = {"NIST 800-53 CM-8", "PCI DSS 12.5.1", "SOC 2 CC7.2"},
        why = "Of two alarms, rules or roles with one name only the last is there: what the first one watched is not.",
        remedy = "Derive the name from the stack's and the resource's own, or let Pulumi name it.",
        snippet = "MetricAlarmArgs.builder().name(settings.name() + \"-\" + metric)")
public final class ResourceNamesAreUnique implements RelationPolicy {
    private static final Map<String, Property> NAMES = Stream.of(
                    Property.of("aws:cloudwatch/metricAlarm:MetricAlarm", "name"),
                    Property.of("aws:cloudwatch/logGroup:LogGroup", "name"),
                    Property.of("aws:cloudwatch/logMetricFilter:LogMetricFilter", "name"),
                    Property.of("aws:cloudwatch/eventRule:EventRule", "name"),
                    Property.of("aws:iam/role:Role", "name"),
                    Property.of("aws:iam/policy:Policy", "name"),
                    Property.of("aws:kms/alias:Alias", "name"),
                    Property.of("aws:s3/bucketV2:BucketV2", "bucket"),
                    Property.of("aws:sns/topic:Topic", "name"),
                    Property.of("aws:ecr/repository:Repository", "name"),
                    Property.of("aws:secretsmanager/secret:Secret", "name"),
                    Property.of("aws:ec2/securityGroup:SecurityGroup", "name"),
                    Property.of("aws:lb/targetGroup:TargetGroup", "name"))
            .collect(Collectors.toUnmodifiableMap(Property::type, property -> property));

    /** How often each name is used, by type. */
    private record Uses(Map<String, Map<String, Integer>> counts) {
        static Uses of(Graph graph) {
            Map<String, Map<String, Integer>> counts = new HashMap<>();
            NAMES.forEach((type, property) -> graph.ofType(type)
                    .forEach(resource -> resource.get(property).text().ifPresent(name -> counts.computeIfAbsent(
                                    type, key -> new HashMap<>())
                            .merge(name, 1, Integer::sum))));
            return new Uses(counts);
        }
    }

    @Override
    public Set<String> types() {
        return NAMES.keySet();
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        Value name = resource.get(Objects.requireNonNull(NAMES.get(resource.type())));
        if (name.text().isEmpty()) {
            return name.isMissing() ? Verdict.PASS : Verdict.unknown("not known yet: its name");
        }
        Map<String, Integer> uses = graph.view(Uses.class, Uses::of).counts().getOrDefault(resource.type(), Map.of());
        return Verdict.require(
                Truth.of(uses.getOrDefault(name.text().get(), 0) < 2),
                "has the name " + name.text().get() + ", as another resource of its kind");
    }
}
