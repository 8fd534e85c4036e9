package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

/** Exact means StringEquals on the provider's own keys: no pattern, no IfExists, no ForAllValues. */
@PolicyInfo(
        title = "A role for service accounts trusts one subject and one audience, exactly",
        severity = Severity.CRITICAL,
        rows = {Row.C13, Row.X1},
        controls = {
            "CIS EKS 5.2.1",
            "NIST 800-53 AC-3",
            "NIST 800-53 IA-8",
            "PCI DSS 7.2.5",
            "HIPAA 164.312(d)",
            "SOC 2 CC6.1"
        },
        why = "With a pattern, or without the subject, every pod of the cluster can take the role.",
        remedy = "Compare the issuer's :sub and :aud with StringEquals and full values.",
        snippet = "TrustPolicy.serviceAccount(provider.arn(), provider.url(), namespace, serviceAccount)")
public final class IrsaTrustPinsSubjectAndAudience implements ResourcePolicy {
    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Documents.judge(Roles.trust(role), document -> document.statements().stream()
                .filter(WebIdentity::isAllowed)
                .map(IrsaTrustPinsSubjectAndAudience::judge)
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and));
    }

    private static Verdict judge(PolicyStatement statement) {
        List<String> hosts = WebIdentity.issuers(statement);
        if (hosts.size() != 1) {
            return Verdict.fail("trusts " + hosts.size() + " token issuers in one statement");
        }
        String host = hosts.get(0);
        if (WebIdentity.GITHUB.equals(host)) {
            return Verdict.NOT_APPLICABLE;
        }
        List<String> audiences = WebIdentity.pinned(statement, host + ":aud");
        List<String> subjects = WebIdentity.pinned(statement, host + ":sub");
        return Verdict.require(
                        Truth.of(audiences.equals(List.of("sts.amazonaws.com"))),
                        "does not compare " + host + ":aud with sts.amazonaws.com by StringEquals")
                .and(Verdict.require(
                        Truth.of(!subjects.isEmpty()), "does not compare " + host + ":sub by StringEquals"))
                .and(Verdict.require(
                        Truth.of(subjects.stream().allMatch(WebIdentity::isServiceAccount)),
                        "trusts a subject that is not system:serviceaccount:<namespace>:<name>"));
    }
}
