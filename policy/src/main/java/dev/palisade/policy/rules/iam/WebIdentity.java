package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.PolicyCondition;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements of a trust policy that let the bearer of an OIDC token in. */
final class WebIdentity {
    static final String GITHUB = "token.actions.githubusercontent.com";
    private static final Pattern SERVICE_ACCOUNT = Pattern.compile("system:serviceaccount:[a-z0-9-]+:[a-z0-9.-]+");
    private static final String PROVIDER = ":oidc-provider/";

    private WebIdentity() {}

    static boolean isAllowed(PolicyStatement statement) {
        return statement.allows("sts:AssumeRoleWithWebIdentity")
                && (statement.principals().stream().anyMatch(PolicyPrincipal::isFederated)
                        || statement.isForEverybody());
    }

    /** The issuers' hosts and paths, as they begin the condition keys. */
    static List<String> issuers(PolicyStatement statement) {
        return statement.principals().stream()
                .filter(PolicyPrincipal::isFederated)
                .map(principal -> principal.name().substring(principal.name().indexOf(PROVIDER) + PROVIDER.length()))
                .toList();
    }

    /** What StringEquals compares the key with; empty where nothing pins it. */
    static List<String> pinned(PolicyStatement statement, String key) {
        return statement
                .conditionsOn(key)
                .filter(condition -> "stringequals".equals(condition.operator()) && condition.pins())
                .findFirst()
                .map(PolicyCondition::values)
                .orElse(List.of());
    }

    /** Whether a role's trust policy lets the subject in. */
    static Truth trusts(Resource role, String subject) {
        PolicyDocument document = PolicyDocument.of(Roles.trust(role));
        return document instanceof PolicyDocument.Undetermined
                ? Truth.UNKNOWN
                : Truth.of(subjects(document).anyMatch(subject::equals));
    }

    /** The subjects that a trust policy lets in by name; none while it is not known. */
    static Stream<String> subjects(PolicyDocument trust) {
        return trust instanceof PolicyDocument.Parsed parsed
                ? parsed.statements().stream()
                        .filter(WebIdentity::isAllowed)
                        .flatMap(statement ->
                                issuers(statement).stream().flatMap(host -> pinned(statement, host + ":sub").stream()))
                : Stream.empty();
    }

    /** Whether a role's trust policy lets workflows of GitHub in, of whatever repository. */
    static Truth trustsGithub(Resource role) {
        PolicyDocument document = PolicyDocument.of(Roles.trust(role));
        if (document instanceof PolicyDocument.Undetermined) {
            return Truth.UNKNOWN;
        }
        return Truth.of(document instanceof PolicyDocument.Parsed parsed
                && parsed.statements().stream().filter(WebIdentity::isAllowed).anyMatch(statement -> issuers(statement)
                        .contains(GITHUB)));
    }

    static boolean isServiceAccount(String subject) {
        return SERVICE_ACCOUNT.matcher(subject).matches();
    }
}
