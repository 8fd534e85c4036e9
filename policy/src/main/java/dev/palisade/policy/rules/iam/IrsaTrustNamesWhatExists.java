package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Set;

/** GitHub's issuer may be registered outside of the stack: there is one for each account. */
@PolicyInfo(
        title = "A role for service accounts trusts this cluster's issuer and a service account that exists",
        severity = Severity.HIGH,
        rows = {Row.C13, Row.X1},
        controls = {"CIS EKS 5.2.1", "NIST 800-53 AC-2(3)", "NIST 800-53 AC-3", "PCI DSS 7.2.5", "SOC 2 CC6.2"},
        why = "Whoever may create a service account of that name gets the role; a foreign issuer signs what it likes.",
        remedy = "Trust the provider of this stack and a service account that the stack, an add-on or a chart makes.",
        snippet = "identity.trust(namespace, serviceAccount.metadata().name())")
public final class IrsaTrustNamesWhatExists implements RelationPolicy {

    static final String PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        return Documents.judge(Roles.trust(role), document -> document.statements().stream()
                .filter(WebIdentity::isAllowed)
                .map(statement -> judge(role, statement, graph))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and));
    }

    private static Verdict judge(Resource role, PolicyStatement statement, Graph graph) {
        Verdict issuer = statement
                .principals(PolicyPrincipal::isFederated)
                .map(principal -> Verdict.require(
                        Truth.of(principal.name().endsWith(":oidc-provider/" + WebIdentity.GITHUB))
                                .or(graph.targets(role, Roles.TRUST, Value.of(principal.name()), PROVIDER)
                                        .exist()),
                        "trusts a token issuer that is none of this stack's: " + principal.name()))
                .reduce(Verdict.PASS, Verdict::and);
        return WebIdentity.issuers(statement).stream()
                .flatMap(host -> WebIdentity.pinned(statement, host + ":sub").stream())
                .filter(WebIdentity::isServiceAccount)
                .map(subject -> Verdict.require(
                        ServiceAccounts.exists(subject, role, graph),
                        "trusts " + subject + ", which nothing here makes"))
                .reduce(issuer, Verdict::and);
    }
}
