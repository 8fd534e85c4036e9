package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.PolicyStatement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether an AWS service can be made somebody else's deputy: it acts for whoever asks, unless a condition says for whom. */
public final class Deputies {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private Deputies() {}

    /** Whether the statement holds the service to named accounts or resources. */
    public static boolean isGuarded(PolicyStatement statement) {
        return statement
                        .conditionsOn("aws:SourceAccount")
                        .anyMatch(condition -> condition.pins()
                                && condition.values().stream().allMatch(value -> ACCOUNT.matcher(value)
                                        .matches()))
                || Stream.of("aws:SourceArn", "kms:EncryptionContext:aws:logs:arn")
                        .flatMap(statement::conditionsOn)
                        .anyMatch(condition -> condition.bounds()
                                && condition.values().stream().allMatch(Deputies::namesAnAccount));
    }

    /** A bucket's ARN has no account, but names one bucket of the world. */
    private static boolean namesAnAccount(String arn) {
        String[] segments = arn.split(":", 6);
        return segments.length == 6
                && (ACCOUNT.matcher(segments[4]).matches()
                        || ("s3".equals(segments[2]) && !segments[5].startsWith("*")));
    }

    /** The accounts that it speaks of: as principals, and in the conditions that say for whom a service acts. */
    public static Set<String> accounts(PolicyStatement statement) {
        Set<String> accounts = new LinkedHashSet<>();
        statement.principals().forEach(principal -> accounts.add(principal.account()));
        for (String key : List.of("aws:SourceAccount", "kms:CallerAccount", "aws:PrincipalAccount")) {
            statement.conditionsOn(key).forEach(condition -> accounts.addAll(condition.values()));
        }
        Stream.of("aws:SourceArn", "kms:EncryptionContext:aws:logs:arn")
                .flatMap(statement::conditionsOn)
                .flatMap(condition -> condition.values().stream())
                .map(arn -> arn.split(":", 6))
                .filter(segments -> segments.length == 6)
                .forEach(segments -> accounts.add(segments[4]));
        accounts.removeIf(account -> !ACCOUNT.matcher(account).matches());
        return accounts;
    }
}
