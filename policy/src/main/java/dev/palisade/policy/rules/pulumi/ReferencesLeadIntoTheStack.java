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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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

    private static final int LONGEST_ARN = 256;
    private static final int LONGEST_ID = "eipalloc-".length() + 17;

    @Override
    public Verdict check(Graph graph) {
        Set<String> made = new HashSet<>();
        Map<String, Set<String>> named = new HashMap<>();
        for (Resource resource : graph.resources()) {
            if (resource.id() != null) {
                made.add(resource.id());
            }
            Set<String> asked = new TreeSet<>();
            collect(resource.inputs(), asked);
            named.put(resource.urn(), asked);
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
            for (String name : named.getOrDefault(resource.urn(), Set.of())) {
                verdict = verdict.and(
                        made.contains(name)
                                ? Verdict.PASS
                                : Verdict.fail(resource + " refers to " + name + ", which nothing here makes"));
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
        } else if (open instanceof Value.Text text && isReference(text.value())) {
            into.add(text.value());
        }
    }

    /** Most texts are spared the pattern. */
    private static boolean isReference(String text) {
        boolean mayBe = text.startsWith("arn:")
                ? text.length() < LONGEST_ARN
                : text.length() <= LONGEST_ID && text.indexOf('-') >= 0;
        return mayBe && REFERENCE.matcher(text).matches();
    }
}
