package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Ids of what AWS makes for a resource of the stack stand in that resource's outputs, and count as made by it. */
@PolicyInfo(
        title = "What a resource refers to is made by the same stack",
        severity = Severity.HIGH,
        rows = {Row.A2, Row.X1},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 CM-8", "PCI DSS 1.2.3", "SOC 2 CC8.1"},
        why =
                "A network, key or target group from elsewhere is one that no policy has judged; one that is gone breaks.",
        remedy = "Make the resource in this stack and pass its output on.",
        snippet = "NetworkAclArgs.builder().subnetIds(subnets.ids())")
public final class ReferencesLeadIntoTheStack implements StackPolicy {
    /** What nobody but the stack has a reason to make; prefix lists, roles and certificates may come from elsewhere. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:vpc|subnet|rtb|igw|nat|eipalloc|acl|sg|lt|vpce)-[0-9a-f]{8,17}"
                    + "|arn:aws[a-z-]*:(?:kms:[a-z0-9-]+:\\d{12}:key/|elasticloadbalancing:|sns:|wafv2:).+");

    @Override
    public Verdict check(Graph graph) {
        Set<String> made = new HashSet<>();
        for (Resource resource : graph.resources()) {
            if (resource.id() != null) {
                made.add(resource.id());
            }
            Set<String> asked = new HashSet<>();
            collect(resource.inputs(), asked);
            Set<String> answered = new HashSet<>();
            collect(resource.outputs(), answered);
            answered.removeAll(asked);
            made.addAll(answered);
        }
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            if (isTraceable(resource) == Truth.UNKNOWN) {
                verdict = verdict.and(Verdict.unknown("not known yet: what some properties refer to"));
            }
            Set<String> named = new TreeSet<>();
            collect(resource.inputs(), named);
            for (String name : named) {
                verdict = verdict.and(Verdict.require(
                        Truth.of(made.contains(name)), resource + " refers to " + name + ", which nothing here makes"));
            }
        }
        return verdict;
    }

    /** Whether of each id that is not known yet it is known where it comes from. */
    private static Truth isTraceable(Resource resource) {
        return resource.inputs().values().entrySet().stream()
                .filter(input -> input.getValue().isUnknown() && input.getKey().matches("[a-z]\\w*Ids?"))
                .map(input -> resource.propertyDependencies()
                                .getOrDefault(input.getKey(), Set.of())
                                .isEmpty()
                        ? Truth.UNKNOWN
                        : Truth.TRUE)
                .reduce(Truth.TRUE, Truth::and);
    }

    private static void collect(Value value, Set<String> into) {
        Value open = value.open();
        if (open instanceof Value.Fields fields) {
            fields.values().values().forEach(field -> collect(field, into));
        } else if (open instanceof Value.Items items) {
            items.values().forEach(item -> collect(item, into));
        } else if (open instanceof Value.Text text
                && text.value().length() < 256
                && REFERENCE.matcher(text.value()).matches()) {
            into.add(text.value());
        }
    }
}
