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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** EKS makes the control plane's group, so it is in no graph; what the stack adds to it is. */
@PolicyInfo(
        title = "Rules between nodes and the control plane's group are stated on both sides",
        severity = Severity.MEDIUM,
        rows = {Row.A2, Row.X2},
        controls = {"CIS EKS 5.4.3", "NIST 800-53 SC-7", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why =
                "A rule that lets in what nobody sends is an opening without a purpose; a webhook that is cut off is skipped.",
        remedy = "State each rule on the group of the stack and on the control plane's group.",
        snippet = "Rules.between(clusterGroup, nodes, 10250)")
public final class ControlPlaneRulesMeet implements RelationPolicy {
    private static final String GROUP = SecurityGroupRules.GROUP;
    private static final String IN = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String OUT = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private static final List<Property> INGRESS = properties(IN);
    private static final List<Property> EGRESS = properties(OUT);
    private static final Property IN_GROUP = Property.of(IN, "securityGroupId");
    private static final Property IN_PEER = Property.of(IN, "referencedSecurityGroupId");
    private static final Property OUT_GROUP = Property.of(OUT, "securityGroupId");
    private static final Property OUT_PEER = Property.of(OUT, "referencedSecurityGroupId");

    /** The other ends of rules with one end outside of the stack, as {@code group peer protocol from to}. */
    private record Ends(Set<String> ingress, Set<String> egress) {
        static Ends of(Graph graph) {
            return new Ends(keys(graph, IN), keys(graph, OUT));
        }

        private static Set<String> keys(Graph graph, String type) {
            return graph.ofType(type).stream().map(rule -> key(rule, false)).collect(Collectors.toSet());
        }
    }

    @Override
    public Set<String> types() {
        return Set.of(IN, OUT);
    }

    @Override
    public Verdict check(Resource rule, Graph graph) {
        boolean ingress = rule.is(IN);
        Property group = ingress ? IN_GROUP : OUT_GROUP;
        Property peer = ingress ? IN_PEER : OUT_PEER;
        if (rule.get(peer).isMissing()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (rule.get(group).isUnknown() || rule.get(peer).isUnknown()) {
            return Verdict.unknown("not known yet: its groups");
        }
        if (!graph.targets(rule, group, GROUP).isEmpty()
                && !graph.targets(rule, peer, GROUP).isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        Ends ends = graph.view(Ends.class, Ends::of);
        return Verdict.require(
                Truth.of((ingress ? ends.egress() : ends.ingress()).contains(key(rule, true))),
                "has no counterpart on the other group");
    }

    private static List<Property> properties(String type) {
        return Stream.of("securityGroupId", "referencedSecurityGroupId", "ipProtocol", "fromPort", "toPort")
                .map(path -> Property.of(type, path))
                .toList();
    }

    private static String key(Resource rule, boolean turned) {
        List<String> texts = new ArrayList<>((rule.is(IN) ? INGRESS : EGRESS)
                .stream().map(property -> rule.get(property).text().orElse("")).toList());
        if (turned) {
            texts.add(0, texts.remove(1));
        }
        return String.join(" ", texts);
    }
}
