package dev.palisade.policy.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of a statement's {@code Condition}, normalised.
 *
 * @param operator in lower case, without its quantifier and {@code IfExists}
 * @param quantifier {@code forallvalues}, {@code foranyvalue} or empty
 * @param ifExists whether a request without the key fulfils it
 * @param key in lower case, as IAM compares keys
 */
public record PolicyCondition(String operator, String quantifier, boolean ifExists, String key, List<String> values) {
    private static final Set<String> EXACT = Set.of("stringequals", "arnequals", "stringlike", "arnlike");
    private static final Set<String> BOUNDING =
            Set.of("stringequals", "arnequals", "stringlike", "arnlike", "ipaddress");

    public PolicyCondition {
        values = List.copyOf(values);
    }

    /** Reads an operator as written, for example {@code ForAllValues:StringLikeIfExists}. */
    static PolicyCondition of(String written, String key, List<String> values) {
        String operator = written.toLowerCase(Locale.ROOT);
        int colon = operator.indexOf(':');
        String quantifier = colon < 0 ? "" : operator.substring(0, colon);
        operator = operator.substring(colon + 1);
        boolean ifExists = operator.endsWith("ifexists");
        return new PolicyCondition(
                ifExists ? operator.substring(0, operator.length() - "ifexists".length()) : operator,
                quantifier,
                ifExists,
                key.toLowerCase(Locale.ROOT),
                values);
    }

    /** Whether it lets exactly the listed values through: no wildcard, and no request that lacks the key. */
    public boolean pins() {
        return demands() && EXACT.contains(operator) && values.stream().noneMatch(Glob::hasWildcard);
    }

    /** Whether it holds requests to the listed values or patterns, none of which lets everything through. */
    public boolean bounds() {
        return demands()
                && BOUNDING.contains(operator)
                && values.stream()
                        .noneMatch(value -> value.replaceAll("[*?:/]", "").isEmpty());
    }

    /** Whether a request without the key is turned down; {@code ForAllValues} is true of no values at all. */
    private boolean demands() {
        return !ifExists && !"forallvalues".equals(quantifier) && !values.isEmpty();
    }
}
