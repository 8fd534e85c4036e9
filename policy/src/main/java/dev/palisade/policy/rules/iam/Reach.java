package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.Glob;

/** How far a statement's resource reaches. */
final class Reach {
    private static final int NAME = 5;

    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    private Reach() {}

    /** Whether an ARN leaves open in which account or region its resource is. */
    static boolean crossesAccounts(String resource) {
        String[] segments = resource.split(":", NAME + 1);
        return segments.length > NAME
                && (Glob.hasWildcard(segments[REGION]) || Glob.hasWildcard(segments[ACCOUNT]))
                && !isUnbounded(resource);
    }

    /** A secret's ARN ends in six characters of AWS's own: to leave those open is no prefix. */
    static boolean isPrefixOfSecrets(String resource) {
        return resource.startsWith("arn:")
                && !isUnbounded(resource)
                && Glob.hasWildcard(resource.replaceFirst("-([*]|[?]{6})$", ""));
    }

    /**
     * Whether it names no resource but all of a kind: {@code *}, {@code arn:aws:s3:::*}, {@code
     * arn:aws:secretsmanager:*:*:secret:*}.
     */
    static boolean isUnbounded(String resource) {
        String[] segments = resource.split(":", NAME + 1);
        if (segments.length <= NAME) {
            return Glob.hasWildcard(resource);
        }
        // The name of a bucket stands alone; other services put the kind of resource before the name.
        String name = "s3".equals(segments[2]) ? segments[NAME] : segments[NAME].replaceFirst("^[a-z-]+[:/]", "");
        return Glob.hasWildcard(name) && name.replaceAll("[*?:/]", "").isEmpty();
    }
}
