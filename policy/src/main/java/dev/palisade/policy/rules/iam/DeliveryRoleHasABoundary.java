package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;

/** Rights beyond the boundary are void; where all of them are, the boundary or the rights hang on the wrong role. */
@PolicyInfo(
        title = "A role that a pipeline assumes has a permissions boundary",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {"NIST 800-53 AC-6(5)", "PCI DSS 7.2.2", "SOC 2 CC8.1"},
        why = "A pipeline creates roles; without a boundary it can create one with more rights than its own.",
        remedy = "Give the role a permissions boundary and let it create only roles with the same one.",
        snippet = "RoleArgs.builder().permissionsBoundary(boundary.arn())")
public final class DeliveryRoleHasABoundary implements RelationPolicy {

    private static final Property BOUNDARY = Property.of(Roles.ROLE, "permissionsBoundary");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        return Documents.judge(
                Roles.trust(role),
                document -> document.statements().stream()
                                .filter(WebIdentity::isAllowed)
                                .anyMatch(statement ->
                                        WebIdentity.issuers(statement).contains(WebIdentity.GITHUB))
                        ? bounded(role, graph)
                        : Verdict.NOT_APPLICABLE);
    }

    private static Verdict bounded(Resource role, Graph graph) {
        Verdict verdict = Verdict.require(
                        role.get(BOUNDARY).isPresent(), "is assumed by a pipeline and has no permissionsBoundary")
                .and(Verdict.require(
                        role.get(BOUNDARY)
                                .matches(arn -> arn.isEmpty() || arn.contains(":iam::aws:policy/"))
                                .not(),
                        "is bounded by a policy of AWS's, which bounds nothing: permissionsBoundary"));
        List<PolicyStatement> rights = allowed(Roles.documents(role, graph));
        for (Resource boundary :
                graph.targets(role, BOUNDARY, IdentityPolicies.MANAGED).resources()) {
            List<PolicyStatement> bounds = allowed(IdentityPolicies.documents(boundary));
            verdict = verdict.and(Verdict.require(
                    Truth.of(bounds.isEmpty() || rights.isEmpty() || overlap(bounds, rights)),
                    "has a permissionsBoundary that allows none of its rights: one of the two is another role's"));
        }
        return verdict;
    }

    private static boolean overlap(List<PolicyStatement> bounds, List<PolicyStatement> rights) {
        return rights.stream()
                .anyMatch(right -> right.notAction()
                        || right.actions().stream()
                                .anyMatch(action -> bounds.stream().anyMatch(bound -> bound.allows(action))));
    }

    /** What documents allow; one that is not known yet, or is no document, is judged by other policies. */
    private static List<PolicyStatement> allowed(List<Value> documents) {
        return documents.stream()
                .map(PolicyDocument::of)
                .filter(PolicyDocument.Parsed.class::isInstance)
                .flatMap(document -> ((PolicyDocument.Parsed) document).statements().stream())
                .filter(PolicyStatement::allow)
                .toList();
    }
}
