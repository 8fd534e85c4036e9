package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Urn;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "A role for GitHub Actions trusts an environment of the stack's own stage",
        severity = Severity.CRITICAL,
        rows = {Row.C13, Row.X1},
        controls = {"NIST 800-53 AC-3", "PCI DSS 7.2.5", "SOC 2 CC6.1", "SOC 2 CC8.1"},
        why = "Whoever may deploy to development deploys to production by a role that takes both for the same.",
        remedy = "End the subject with the environment of the stack: prod's role trusts prod.",
        snippet = "\"token.actions.githubusercontent.com:sub\", \"repo:example/palisade:environment:prod\"")
public final class GithubTrustIsOfItsStage implements ResourcePolicy {
    /** The words by which stacks and environments say how far their changes have come, short or in full. */
    private static final Pattern STAGE =
            Pattern.compile("(?<![a-z0-9])(dev|test|stag|prod)(?:elopment|e|ing|uction)?(?![a-z0-9])");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Documents.judge(Roles.trust(role), document -> document.statements().stream()
                .filter(WebIdentity::isAllowed)
                .filter(statement -> WebIdentity.issuers(statement).contains(WebIdentity.GITHUB))
                .map(statement -> Verdict.require(
                        Truth.of(isOfTheStage(statement, role)),
                        "trusts an environment of another stage than the stack's"))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and));
    }

    /** False only where stack and environment both name stages, and none is the same. */
    private static boolean isOfTheStage(PolicyStatement statement, Resource role) {
        Set<String> own = stages(Urn.parse(role.urn()).stack());
        return own.isEmpty()
                || WebIdentity.pinned(statement, WebIdentity.GITHUB + ":sub").stream()
                        .map(subject -> stages(subject.replaceFirst(".*:environment:", "")))
                        .allMatch(trusted -> trusted.isEmpty() || !Collections.disjoint(own, trusted));
    }

    private static Set<String> stages(String name) {
        Set<String> stages = new TreeSet<>();
        Matcher words = STAGE.matcher(name.toLowerCase(Locale.ROOT));
        while (words.find()) {
            stages.add(words.group(1));
        }
        return stages;
    }
}
