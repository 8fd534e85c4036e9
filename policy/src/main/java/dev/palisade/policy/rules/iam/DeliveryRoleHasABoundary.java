package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "A role that a pipeline assumes has a permissions boundary",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {"NIST 800-53 AC-6(5)", "PCI DSS 7.2.2", "SOC 2 CC8.1"},
        why = "A pipeline creates roles; without a boundary it can create one with more rights than its own.",
        remedy = "Give the role a permissions boundary and let it create only roles with the same one.",
        snippet = "RoleArgs.builder().permissionsBoundary(boundary.arn())")
public final class DeliveryRoleHasABoundary implements ResourcePolicy {

    private static final Property BOUNDARY = Property.of(Roles.ROLE, "permissionsBoundary");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Documents.judge(
                Roles.trust(role),
                document -> document.statements().stream()
                                .filter(WebIdentity::isAllowed)
                                .anyMatch(statement ->
                                        WebIdentity.issuers(statement).contains(WebIdentity.GITHUB))
                        ? Verdict.require(
                                role.get(BOUNDARY).isPresent(),
                                "is assumed by a pipeline and has no permissionsBoundary")
                        : Verdict.NOT_APPLICABLE);
    }
}
