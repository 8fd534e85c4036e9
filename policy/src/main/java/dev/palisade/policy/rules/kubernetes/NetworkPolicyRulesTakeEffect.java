package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.AddressSet;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** Without {@code policyTypes} every policy governs what comes in, and what goes out where it has such a rule. */
@PolicyInfo(
        title = "Network policies say nothing that Kubernetes ignores or refuses",
        severity = Severity.MEDIUM,
        rows = Row.C9,
        controls = {"CIS EKS 4.3.2", "NIST 800-53 SC-7", "NIST 800-53 CM-6", "PCI DSS 1.2.5", "SOC 2 CC6.6"},
        why =
                "A rule of a direction that policyTypes leaves out is ignored, and a policy that the API refuses leaves the pods as they were.",
        remedy =
                "Name in policyTypes each direction that has rules, ports from 1 to 65535 or by name, and exceptions within their block.",
        snippet = "NetworkPolicySpecArgs.builder().policyTypes(\"Ingress\", \"Egress\")")
public final class NetworkPolicyRulesTakeEffect implements ResourcePolicy {
    private static final Property SPEC = Property.of(ClusterObjects.NETWORK_POLICY, "spec");
    private static final Property TYPES = Property.of(ClusterObjects.NETWORK_POLICY, "spec.policyTypes");

    @Override
    public Set<String> types() {
        return Set.of(ClusterObjects.NETWORK_POLICY);
    }

    @Override
    public Verdict check(Resource policy) {
        Verdict verdict = Verdict.require(policy.get(SPEC).isPresent(), "says nothing: it has no spec");
        for (NetworkPolicyRule rule : NetworkPolicyRule.of(policy)) {
            String type = rule.isIngress() ? "Ingress" : "Egress";
            verdict = verdict.and(Verdict.require(
                            Paths.absentOr(policy.get(TYPES), policy.get(TYPES).any(governed -> governed.is(type))),
                            "has an " + rule.direction() + " rule and leaves " + type + " out of policyTypes"))
                    .and(Verdict.require(
                            rule.ports().all(NetworkPolicyRulesTakeEffect::isPort),
                            "has a port in an " + rule.direction() + " rule that is none"))
                    .and(Verdict.require(
                            rule.peers().all(NetworkPolicyRulesTakeEffect::excepts),
                            "excepts in an " + rule.direction() + " rule what its ipBlock does not hold"));
        }
        return verdict;
    }

    private static Truth isPort(Value port) {
        Value number = port.get(NetworkPolicyRule.PORT);
        return Paths.absentOr(
                number,
                number.matches(text -> text.matches("0*[1-9]\\d{0,4}")
                        ? Integer.parseInt(text) <= 65_535
                        : text.matches("[a-z0-9-]*[a-z][a-z0-9-]*")));
    }

    /** Kubernetes takes exceptions strictly within their block alone. */
    private static Truth excepts(Value peer) {
        Value block = peer.get(NetworkPolicyRule.IP_BLOCK);
        AddressSet whole = block.get(NetworkPolicyRule.CIDR)
                .text()
                .flatMap(AddressSet::read)
                .orElse(AddressSet.ALL);
        return block.get(NetworkPolicyRule.EXCEPT)
                .all(except -> except.matches(text -> AddressSet.read(text)
                        .filter(left -> whole.contains(left) && !left.contains(whole))
                        .isPresent()));
    }
}
