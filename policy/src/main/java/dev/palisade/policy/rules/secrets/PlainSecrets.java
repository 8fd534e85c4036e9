package dev.palisade.policy.rules.secrets;

import java.util.regex.Pattern;

/** Tells secrets in plain text by their form, and settings that hold one by their name. */
public final class PlainSecrets {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret[_-]?(string|key|value)?|api[_-]?key|access[_-]?key|private[_-]?key"
                    + "|client[_-]?secret|(auth|access|api|bearer|refresh|session)?[_-]?token)");
    private static final Pattern FORM = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY"
            + "|\\bgh[pousr]_[A-Za-z0-9]{30,}|\\bgithub_pat_\\w{20,}|\\bglpat-[\\w-]{20}|\\bxox[abprs]-[\\w-]{10,}"
            + "|\\bsk_live_\\w{10,}|\\bpul-[0-9a-f]{40}\\b|\\beyJ[\\w-]{8,}[.]eyJ[\\w-]{8,}[.]"
            + "|://[^/\\s:@$]{1,64}:[^/\\s:@$]{1,128}@"
            + "|client-key-data[\"']?\\s*:|(?i:\\b(?:password|passwd|aws_secret_access_key)\\s*=\\s*[^\\s$&;,]{6,})");
    private static final int SHORTEST = 12;

    private PlainSecrets() {}

    /** Whether a text is, or contains, a secret of a well-known form. */
    public static boolean hasFormOfOne(String text) {
        return text.length() >= SHORTEST && FORM.matcher(text).find();
    }

    /** Whether a setting of that name is there to hold a secret. */
    public static boolean isNamedLikeOne(String name) {
        return NAME.matcher(name).matches();
    }
}
