package dev.palisade.policy.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a statement speaks of.
 *
 * @param kind {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
 */
public record PolicyPrincipal(String kind, String name) {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}|arn:[a-z-]+:[a-z]+::(\\d{12}):.*");

    public boolean isService() {
        return "Service".equals(kind);
    }

    public boolean isFederated() {
        return "Federated".equals(kind);
    }

    /** Whether it is not one principal but all that a wildcard fits. */
    public boolean isOpen() {
        return Glob.hasWildcard(name);
    }

    /** The account's twelve digits, or empty where the name does not tell. */
    public String account() {
        Matcher matcher = ACCOUNT.matcher(name);
        if (!"AWS".equals(kind) || !matcher.matches()) {
            return "";
        }
        return matcher.group(1) == null ? name : matcher.group(1);
    }

    /** Whether it is an account as a whole, which hands the decision on to that account's IAM. */
    public boolean isAccountRoot() {
        return name.equals(account()) || name.endsWith(":root");
    }
}
