package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;
import java.util.TreeSet;

/** A service is one user, a service account another, people together a third; a pod identity of the same account stands beside its token. */
@PolicyInfo(
        title = "A role is assumed by one service, service account or environment, not by several",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.C13},
        controls = {"CIS EKS 5.2.1", "NIST 800-53 AC-6", "NIST 800-53 IA-9", "PCI DSS 8.2.2", "SOC 2 CC6.3"},
        why = "With two users each has the rights of the other, and no log says which of them it was.",
        remedy = "Make a role for each, with the rights that it needs.",
        snippet = "TrustPolicy.serviceAccount(provider, \"kube-system\", \"aws-node\")")
public final class RoleHasOneUser implements ResourcePolicy {
    private static final String PEOPLE = "roles and users of an account";
    private static final String POD_IDENTITY = "pods.eks.amazonaws.com";

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Documents.judge(Roles.trust(role), document -> {
            Set<String> users = new TreeSet<>();
            document.statements().stream()
                    .filter(PolicyStatement::allow)
                    .forEach(statement -> addUsers(statement, users));
            return users.isEmpty() || Set.of(PEOPLE).equals(users)
                    ? Verdict.NOT_APPLICABLE
                    : Verdict.require(Truth.of(users.size() == 1), "is assumed by more than one: " + users);
        });
    }

    private static void addUsers(PolicyStatement statement, Set<String> users) {
        statement
                .principals(PolicyPrincipal::isService)
                .map(PolicyPrincipal::name)
                .filter(name -> !POD_IDENTITY.equals(name))
                .forEach(users::add);
        WebIdentity.issuers(statement).forEach(host -> users.addAll(WebIdentity.pinned(statement, host + ":sub")));
        statement
                .principals(
                        principal -> principal.isFederated() && principal.name().contains(":saml-provider/"))
                .map(PolicyPrincipal::name)
                .forEach(users::add);
        if (statement.principals(RoleHasOneUser::isOfAnAccount).findAny().isPresent()) {
            users.add(PEOPLE);
        }
    }

    private static boolean isOfAnAccount(PolicyPrincipal principal) {
        return "AWS".equals(principal.kind());
    }
}
