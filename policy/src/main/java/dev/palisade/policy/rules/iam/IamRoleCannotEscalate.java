package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rights of all documents count together; a permissions boundary bounds them. */
@PolicyInfo(
        title = "No role can give itself more rights",
        severity = Severity.CRITICAL,
        rows = {Row.X1},
        controls = {
            "CIS AWS 1.15",
            "NIST 800-53 AC-6(10)",
            "NIST 800-53 AC-6(5)",
            "PCI DSS 7.2.2",
            "HIPAA 164.308(a)(3)",
            "SOC 2 CC6.3"
        },
        why =
                "Rights to change policies, trust or keys, or to pass a role to something that one starts, are rights to everything.",
        remedy =
                "Take the action away, or name the role that may be passed and the service that it goes to; a role for delivery gets a boundary.",
        snippet =
                ".actions(\"iam:PassRole\").on(List.of(role.arn())).when(\"StringEquals\", \"iam:PassedToService\", \"eks.amazonaws.com\")")
public final class IamRoleCannotEscalate implements RelationPolicy {

    private static final Property BOUNDARY = Property.of(Roles.ROLE, "permissionsBoundary");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        List<Value> documents = Roles.documents(role, graph);
        if (documents.isEmpty()) {
            return Verdict.NOT_APPLICABLE;
        }
        List<PolicyStatement> statements = new ArrayList<>();
        Verdict readable = documents.stream()
                .map(document -> Documents.judge(document, parsed -> {
                    statements.addAll(parsed.statements());
                    return Verdict.PASS;
                }))
                .reduce(Verdict.PASS, Verdict::and);
        readable = DeployedContent.changedBy(role, statements)
                .map(action -> Verdict.fail("can change what runs or is deployed next: " + action))
                .reduce(readable, Verdict::and);
        if (role.get(BOUNDARY).isPresent() == Truth.TRUE) {
            return readable;
        }
        return Escalation.ways(statements).stream()
                .map(way -> Verdict.fail("can give itself more rights: " + way))
                .reduce(readable, Verdict::and);
    }
}
