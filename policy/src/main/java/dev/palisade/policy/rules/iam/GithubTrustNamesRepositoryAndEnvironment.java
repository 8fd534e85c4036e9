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
import dev.palisade.policy.graph.Urn;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
public final class GithubTrustNamesRepositoryAndEnvironment implements RelationPolicy {

    private static final Pattern SUBJECT = Pattern.compile("repo:[\\w.-]+/[\\w.-]+:environment:[\\w.-]+");

    /** The words by which stacks and environments say how far their changes have come, short or in full. */
    private static final Pattern STAGE =
            Pattern.compile("(?<![a-z0-9])(dev|test|stag|prod)(?:elopment|e|ing|uction)?(?![a-z0-9])");

    private static final Property SIGNERS = Property.of(
            "kubernetes:policy.sigstore.dev/v1beta1:ClusterImagePolicy",
            "spec.authorities[].keyless.identities[].subject");
    private static final Pattern REPOSITORY =
            Pattern.compile("(?:repo:|https://github[.]com/)([\\w.-]+/[\\w.-]+)[:/].*");

    /** The repositories that roles trust, or whose workflows sign images. */
    private record Repositories(Set<String> names) {
        static Repositories find(Graph graph) {
            Set<String> names = new TreeSet<>();
            for (Resource role : graph.ofType(Roles.ROLE)) {
                if (PolicyDocument.of(Roles.trust(role)) instanceof PolicyDocument.Parsed parsed) {
                    parsed.statements().stream()
                            .flatMap(statement -> WebIdentity.pinned(statement, WebIdentity.GITHUB + ":sub").stream())
                            .forEach(subject -> add(subject, names));
                }
            }
            for (Resource policy : graph.ofType(SIGNERS.type())) {
                policy.get(SIGNERS).texts().forEach(subject -> add(subject, names));
            }
            return new Repositories(names);
        }

        private static void add(String subject, Set<String> names) {
            Matcher matcher = REPOSITORY.matcher(subject);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
    }

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role, Graph graph) {
        Set<String> repositories =
                graph.view(Repositories.class, Repositories::find).names();
        return Documents.judge(Roles.trust(role), document -> document.statements().stream()
                .filter(WebIdentity::isAllowed)
                .filter(statement -> WebIdentity.issuers(statement).contains(WebIdentity.GITHUB))
                .map(statement -> judge(statement)
                        .and(Verdict.require(
                                Truth.of(isOfTheStage(statement, role)),
                                "trusts an environment of another stage than the stack's"))
                        .and(Verdict.require(
                                Truth.of(repositories.size() <= 1),
                                "trusts another repository than the stack's other roles or its image policy: "
                                        + repositories)))
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
