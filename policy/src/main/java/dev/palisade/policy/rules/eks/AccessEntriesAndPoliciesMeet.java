package dev.palisade.policy.rules.eks;

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
import java.util.Set;

@PolicyInfo(
        title = "Every access entry has an access policy, and every access policy an entry",
        severity = Severity.MEDIUM,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 5.1.1", "NIST 800-53 AC-2", "PCI DSS 7.2.4", "SOC 2 CC6.2"},
        why = "An entry without a policy invites somebody to give it rights by hand, where no review sees them.",
        remedy = "Make the entry and the association of its policy together, for the same principal.",
        snippet = "Access.of(cluster).admit(role, \"AmazonEKSViewPolicy\")")
public final class AccessEntriesAndPoliciesMeet implements RelationPolicy {
    private static final Property TYPE = Property.of(AccessPolicies.ENTRY, "type");

    @Override
    public Set<String> types() {
        return Set.of(AccessPolicies.ENTRY, AccessPolicies.ASSOCIATION, Clusters.CLUSTER);
    }

    @Override
    public Verdict check(Resource resource, Graph graph) {
        if (resource.is(Clusters.CLUSTER)) {
            return Verdict.require(
                    graph.referrers(resource, AccessPolicies.CLUSTER).any(association -> association
                            .get(AccessPolicies.POLICY)
                            .matches(arn -> arn.endsWith("/" + AccessPolicies.ADMINISTRATOR))),
                    "is administered by nobody: no access policy association gives " + AccessPolicies.ADMINISTRATOR);
        }
        boolean entry = resource.is(AccessPolicies.ENTRY);
        if (entry
                && resource.get(TYPE)
                                .isPresent()
                                .and(() -> resource.get(TYPE).is("STANDARD").not())
                        == Truth.TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Value own = resource.get(entry ? AccessPolicies.ENTRY_PRINCIPAL : AccessPolicies.PRINCIPAL);
        Property other = entry ? AccessPolicies.PRINCIPAL : AccessPolicies.ENTRY_PRINCIPAL;
        Truth met = Truth.FALSE;
        for (Resource one : graph.ofType(other.type())) {
            met = met.or(own.text().map(one.get(other)::is).orElse(own.isMissing() ? Truth.FALSE : Truth.UNKNOWN));
        }
        return Verdict.require(
                met,
                entry
                        ? "lets in a principal to whom no access policy is given"
                        : "gives an access policy to a principal that no access entry lets in");
    }
}
