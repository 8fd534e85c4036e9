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
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A condition does not make an open principal good: the list of who may come in belongs in the principal. */
@PolicyInfo(
        title = "A role's trust policy names whom it trusts, and for which action",
        severity = Severity.CRITICAL,
        rows = {Row.C13, Row.X1},
        controls = {
            "NIST 800-53 AC-3",
            "PCI DSS 7.2.1",
            "HIPAA 164.312(a)(1)",
            "SOC 2 CC6.1",
            "GDPR 32(1)(b)",
            "CIS AWS 1.15"
        },
        why = "A wildcard principal lets every AWS account in the world assume the role; an absent trust policy none.",
        remedy = "Name the service, the role or the OIDC provider, and only the sts action that it calls.",
        snippet = "TrustPolicy.service(\"eks.amazonaws.com\", settings.account().id())")
public final class IamTrustNamesItsPrincipals implements ResourcePolicy {
    private static final List<String> ASSUMING = List.of(
            "sts:assumerole",
            "sts:assumerolewithwebidentity",
            "sts:assumerolewithsaml",
            "sts:tagsession",
            "sts:setsourceidentity");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Roles.trust(role).isMissing()
                ? Verdict.fail("has no trust policy")
                : Documents.judge(Roles.trust(role), document -> document.statements().stream()
                        .map(IamTrustNamesItsPrincipals::judge)
                        .reduce(
                                Verdict.require(
                                        Truth.of(document.statements().stream().anyMatch(PolicyStatement::allow)),
                                        "lets nobody in: its trust policy allows nothing"),
                                Verdict::and));
    }

    private static Verdict judge(PolicyStatement statement) {
        if (!statement.allow()) {
            return Verdict.PASS;
        }
        Verdict verdict = apart(statement);
        if (statement.notPrincipal()) {
            verdict = verdict.and(Verdict.fail("trusts everybody but a list: NotPrincipal with Allow"));
        } else if (statement.isForEverybody()) {
            verdict = verdict.and(Verdict.fail("trusts a principal with a wildcard"));
        } else if (statement.principals().isEmpty()) {
            verdict = verdict.and(Verdict.fail("has a trust statement without a principal"));
        }
        if (statement.principals().stream().anyMatch(PolicyPrincipal::isAccountRoot)) {
            verdict = verdict.and(Verdict.fail("trusts a whole account: everybody with sts:AssumeRole in it"));
        }
        if (statement.principals().stream()
                .anyMatch(principal -> principal.name().matches(".*:iam::\\d{12}:user/.*"))) {
            verdict =
                    verdict.and(Verdict.fail("trusts an IAM user, whose keys stay valid until somebody deletes them"));
        }
        if (statement.notAction()
                || !statement.actions().stream()
                        .allMatch(action -> ASSUMING.contains(action.toLowerCase(Locale.ROOT)))) {
            verdict = verdict.and(Verdict.fail("allows more than assuming the role: " + statement.actions()));
        }
        return verdict;
    }

    /** Who is trusted together, and what a federated identity may do. */
    private static Verdict apart(PolicyStatement statement) {
        Verdict verdict = Verdict.PASS;
        if (statement.principals(PolicyPrincipal::isService).count() > 1) {
            verdict = verdict.and(Verdict.fail("trusts several services: each gets a role of its own"));
        }
        if (statement.principals().stream().anyMatch(PolicyPrincipal::isFederated)
                && statement.actions().stream()
                        .anyMatch(action -> !action.toLowerCase(Locale.ROOT).startsWith("sts:assumerolewith"))) {
            verdict = verdict.and(
                    Verdict.fail("lets a federated identity do more than assume the role: " + statement.actions()));
        }
        return verdict;
    }
}
