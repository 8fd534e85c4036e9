package dev.palisade.policy.rules.iam;

import dev.palisade.policy.graph.Glob;

/** How far a statement's resource reaches. */
final class Reach {
    private static final int NAME = 5;

    private Reach() {}

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
