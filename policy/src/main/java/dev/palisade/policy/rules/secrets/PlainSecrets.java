package dev.palisade.policy.rules.secrets;

import java.util.List;
import java.util.regex.Pattern;

/** Tells secrets in plain text by their form, and settings that hold one by their name. */
public final class PlainSecrets {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret[_-]?(string|key|value)?|api[_-]?key|access[_-]?key|private[_-]?key"
                    + "|client[_-]?secret|(auth|access|api|bearer|refresh|session)?[_-]?token)");
    /**
     * What secrets look like.
     *
     * @param mark stands in every one of the form: looking for it first spares most texts the pattern
     */
    private record Form(String mark, Pattern pattern) {
        static Form of(String mark, String pattern) {
            return new Form(mark, Pattern.compile(pattern));
        }

        boolean isIn(String text) {
            return text.contains(mark) && pattern.matcher(text).find();
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("AKIA", "\\bAKIA[A-Z0-9]{16}\\b"),
            Form.of("ASIA", "\\bASIA[A-Z0-9]{16}\\b"),
            Form.of("PRIVATE KEY", "-----BEGIN [A-Z ]*PRIVATE KEY"),
            Form.of("gh", "\\bgh[pousr]_[A-Za-z0-9]{30,}"),
            Form.of("github_pat_", "\\bgithub_pat_\\w{20,}"),
            Form.of("glpat-", "\\bglpat-[\\w-]{20}"),
            Form.of("xox", "\\bxox[abprs]-[\\w-]{10,}"),
            Form.of("sk_live_", "\\bsk_live_\\w{10,}"),
            Form.of("pul-", "\\bpul-[0-9a-f]{40}\\b"),
            Form.of("eyJ", "\\beyJ[\\w-]{8,}[.]eyJ[\\w-]{8,}[.]"),
            Form.of("://", "://[^/\\s:@$]{1,64}:[^/\\s:@$]{1,128}@"),
            Form.of("client-key-data", "client-key-data[\"']?\\s*:"),
            Form.of("=", "(?i)\\b(?:password|passwd|aws_secret_access_key)\\s*=\\s*[^\\s$&;,]{6,}"));
    private static final int SHORTEST = 12;

    private PlainSecrets() {}

    /** Whether a text is, or contains, a secret of a well-known form. */
    public static boolean hasFormOfOne(String text) {
        return text.length() >= SHORTEST && FORMS.stream().anyMatch(form -> form.isIn(text));
    }

    /** Whether a setting of that name is there to hold a secret. */
    public static boolean isNamedLikeOne(String name) {
        return NAME.matcher(name).matches();
    }
}
