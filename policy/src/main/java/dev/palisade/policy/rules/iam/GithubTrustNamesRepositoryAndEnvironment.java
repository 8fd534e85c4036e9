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
import java.util.regex.Pattern;

@PolicyInfo(
        title = "A role for GitHub Actions trusts one repository and environment",
        severity = Severity.CRITICAL,
        rows = {Row.C13, Row.X1},
        controls = {"NIST 800-53 AC-3", "NIST 800-53 IA-8", "PCI DSS 7.2.5", "SOC 2 CC6.1", "SOC 2 CC8.1"},
        why =
                "Without the subject every repository of the world can take the role; without the environment every branch and pull request of this one.",
        remedy =
                "Compare the subject with repo:<owner>/<name>:environment:<environment> by StringEquals, and the audience with sts.amazonaws.com.",
        snippet = "\"token.actions.githubusercontent.com:sub\", \"repo:example/palisade:environment:prod\"")
public final class GithubTrustNamesRepositoryAndEnvironment implements ResourcePolicy {
    private static final Pattern SUBJECT = Pattern.compile("repo:[\\w.-]+/[\\w.-]+:environment:[\\w.-]+");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Documents.judge(Roles.trust(role), document -> document.statements().stream()
                .filter(WebIdentity::isAllowed)
                .filter(statement -> WebIdentity.issuers(statement).contains(WebIdentity.GITHUB))
                .map(GithubTrustNamesRepositoryAndEnvironment::judge)
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and));
    }

    private static Verdict judge(PolicyStatement statement) {
        List<String> subjects = WebIdentity.pinned(statement, WebIdentity.GITHUB + ":sub");
        List<String> audiences = WebIdentity.pinned(statement, WebIdentity.GITHUB + ":aud");
        return Verdict.require(
                        Truth.of(subjects.size() == 1
                                && subjects.stream().allMatch(subject -> SUBJECT.matcher(subject)
                                        .matches())),
                        "does not compare the token's sub with a repository and an environment by StringEquals")
                .and(Verdict.require(
                        Truth.of(audiences.equals(List.of("sts.amazonaws.com"))),
                        "does not compare the token's aud with sts.amazonaws.com by StringEquals"));
    }
}
