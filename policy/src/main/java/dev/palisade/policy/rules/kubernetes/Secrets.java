package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.regex.Pattern;

/** Tells secrets in clear text from settings, by name and by form. */
final class Secrets {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(passw(or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|credential|connection_?string|(^|_)pwd(_|$)|auth_?key|signing_?key|encryption_?key).*");

    /** Names that say where a secret is, or how it is used. */
    private static final Pattern ABOUT = Pattern.compile(
            "(?i).*(_(name|arn|path|file|dir|ttl|url|uri|issuer|audience|seconds|minutes|hours|days|length|enabled|expiry|expiration|type|id)|^secret_?name)$");

    private static final Pattern FORM = Pattern.compile(String.join(
            "|",
            "(AKIA|ASIA)[A-Z0-9]{16}",
            "-----BEGIN [A-Z ]*PRIVATE KEY",
            "gh[pousr]_[A-Za-z0-9]{20,}",
            "github_pat_\\w{20,}",
            "xox[abprs]-[\\w-]{10,}",
            "sk_live_\\w{10,}",
            "AIza[\\w-]{30,}",
            "(?<![\\w-])eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.",
            "(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@"));

    private Secrets() {}

    /** Whether a setting of this name and value is a secret in clear text. */
    static boolean isSecret(String name, String value) {
        return hasForm(value)
                || (!value.isBlank()
                        && NAME.matcher(name).matches()
                        && !ABOUT.matcher(name).matches());
    }

    /** Whether the text is, or contains, a well-known kind of secret. */
    static boolean hasForm(String text) {
        return FORM.matcher(text).find();
    }

    /** As {@link #isSecret}; what Pulumi holds as secret is one, whatever its name. */
    static Truth isSecret(String name, Value value) {
        if (value.isSecret()) {
            return Truth.TRUE;
        }
        if (value.isUnknown()) {
            return Truth.of(NAME.matcher(name).matches() && !ABOUT.matcher(name).matches())
                    .or(Truth.UNKNOWN);
        }
        return value.matches(text -> isSecret(name, text));
    }
}
