package dev.palisade.policy.graph;

/**
 * A text with IAM's wildcards: {@code *} stands for any run of characters, {@code ?} for one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM: wildcards</a>
 */
public record Glob(String pattern) {
    public boolean hasWildcard() {
        return hasWildcard(pattern);
    }

    public static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether the whole text fits the pattern, letter case included. Takes linear space and no recursion. */
    public boolean matches(String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        while (next < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at;
                resume = next;
                at++;
            } else if (fits(at, text.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0) {
                at = star + 1;
                resume++;
                next = resume;
            } else {
                return false;
            }
        }
        return pattern.chars().skip(at).allMatch(rest -> rest == '*');
    }

    private boolean fits(int at, char one) {
        return at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == one);
    }
}
