package dev.palisade.policy.graph;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One statement of a policy document, its elements normalised to lists.
 *
 * @param allow the effect: Allow, else Deny
 * @param notPrincipal whether the principals are those it does not speak of
 * @param notAction whether the actions are those it does not speak of
 * @param notResource whether the resources are those it does not speak of
 */
public record PolicyStatement(
        boolean allow,
        List<PolicyPrincipal> principals,
        boolean notPrincipal,
        List<String> actions,
        boolean notAction,
        List<String> resources,
        boolean notResource,
        List<PolicyCondition> conditions) {
    public PolicyStatement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /** Whether it speaks of an action, such as {@code iam:PassRole}; letter case does not matter to IAM. */
    public boolean covers(String action) {
        for (String written : actions) {
            if (speaksOf(written, action)) {
                return !notAction;
            }
        }
        return notAction;
    }

    /** Most are of another service, which their first letter tells. */
    private static boolean speaksOf(String written, String action) {
        if (!written.regionMatches(true, 0, action, 0, 1) && !written.startsWith("*") && !written.startsWith("?")) {
            return false;
        }
        return Glob.hasWildcard(written)
                ? new Glob(written.toLowerCase(Locale.ROOT)).matches(action.toLowerCase(Locale.ROOT))
                : written.equalsIgnoreCase(action);
    }

    /** Whether it allows an action on some resource, under some condition. */
    public boolean allows(String action) {
        return allow && covers(action);
    }

    /** Whether it speaks of every principal there is. */
    public boolean isForEverybody() {
        return notPrincipal || principals.stream().anyMatch(PolicyPrincipal::isOpen);
    }

    public Stream<PolicyPrincipal> principals(Predicate<PolicyPrincipal> which) {
        return principals.stream().filter(which);
    }

    /** The conditions on a key; letter case does not matter to IAM. */
    public Stream<PolicyCondition> conditionsOn(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return conditions.stream().filter(condition -> condition.key().equals(wanted));
    }

    /** Whether some condition lets only listed values of the key through. */
    public boolean pins(String key) {
        return conditionsOn(key).anyMatch(PolicyCondition::pins);
    }

    /** Whether some condition holds one of these keys to listed values or patterns. */
    public boolean isBoundedBy(String... keys) {
        return Stream.of(keys).flatMap(this::conditionsOn).anyMatch(PolicyCondition::bounds);
    }
}
