package dev.palisade.policy.rules.pulumi;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the stack makes no provider of a kind, there is nothing that a resource could have been given. */
@PolicyInfo(
        title = "Resources go through the providers that the stack makes",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.A2},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 CM-8", "PCI DSS 12.5.1", "SOC 2 CC8.1"},
        why =
                "A default provider takes account, region, cluster and tags of whoever runs the program, so one resource lands elsewhere.",
        remedy = "Pass the stack's provider, of its one region, to the component or to the resource.",
        snippet = "ComponentResourceOptions.builder().providers(aws).build()")
public final class ResourcesGoThroughTheStacksProviders implements StackPolicy {
    /** How the engine names a provider that it makes itself, for who is given none. */
    private static final Pattern DEFAULT = Pattern.compile("default(_\\d.*)?");

    private static final String AWS = "aws";
    private static final Property REGION = Property.of("pulumi:providers:aws", "region");

    @Override
    public Verdict check(Graph graph) {
        return ofOneRegion(graph).and(throughThem(graph));
    }

    /** What is kept elsewhere is under other laws, and what guards a region does not see it. */
    private static Verdict ofOneRegion(Graph graph) {
        Set<String> made = made(graph, AWS);
        Set<Value> regions = graph.ofType(REGION.type()).stream()
                .filter(provider -> made.contains(provider.urn()))
                .map(provider -> provider.get(REGION))
                .collect(Collectors.toSet());
        if (regions.size() < 2) {
            return Verdict.NOT_APPLICABLE;
        }
        return regions.stream().anyMatch(Value::isUnknown)
                ? Verdict.unknown("not known yet: the region of a provider")
                : Verdict.fail("has providers of more than one region: "
                        + regions.stream()
                                .map(region -> region.text().orElse("that of whoever runs it"))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static Verdict throughThem(Graph graph) {
        Map<String, Set<String>> made = new HashMap<>();
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource resource : graph.resources()) {
            // Providers and stacks are the engine's own and need none.
            if (resource.custom() && !resource.type().startsWith("pulumi:")) {
                int end = resource.type().indexOf(':');
                String name = resource.type().substring(0, Math.max(end, 0));
                verdict = verdict.and(judge(resource, made.computeIfAbsent(name, key -> made(graph, key))));
            }
        }
        return verdict;
    }

    /** The URNs of the providers of one package. */
    private static Set<String> made(Graph graph, String name) {
        return graph.ofType("pulumi:providers:" + name).stream()
                .filter(provider -> !DEFAULT.matcher(provider.name()).matches())
                .map(Resource::urn)
                .collect(Collectors.toSet());
    }

    private static Verdict judge(Resource resource, Set<String> made) {
        String used = resource.provider();
        if (made.isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        return used != null && isOneOf(made, used)
                ? Verdict.PASS
                : Verdict.fail(resource + " goes through a provider that nothing here makes");
    }

    /** A state names a provider by URN and id, the engine by its URN when it asks a pack. */
    private static boolean isOneOf(Set<String> made, String used) {
        for (int end = used.length(); end > 0; end = used.lastIndexOf("::", end - 1)) {
            if (made.contains(used.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
