package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Roles for GitHub Actions and image signatures trust one repository",
        severity = Severity.CRITICAL,
        rows = {Row.C13, Row.X1},
        controls = {"NIST 800-53 AC-3", "NIST 800-53 IA-8", "PCI DSS 7.2.5", "SOC 2 CC6.1", "SOC 2 CC8.1"},
        why = "Who writes to a second repository, perhaps one that is long forgotten, changes the platform by it.",
        remedy = "Name the same repository in every role's subject and in the image policy.",
        snippet = "\"token.actions.githubusercontent.com:sub\", \"repo:example/palisade:environment:prod\"")
public final class GithubTrustNamesOneRepository implements RelationPolicy {
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
                .map(statement -> Verdict.require(
                        Truth.of(repositories.size() <= 1),
                        "trusts another repository than the stack's other roles or its image policy: " + repositories))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and));
    }
}
