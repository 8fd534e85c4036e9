package dev.palisade.policy.rules.secrets;

import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.regex.Pattern;

/** Tells secrets in plain text by their form, and what holds one by its name. */
public final class PlainSecrets {
    private static final String WORDS = "passw(or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key"
            + "|credentials?|connection[_-]?string|auth[_-]?key|signing[_-]?key|encryption[_-]?key";

    /** A provider's name for a property ends in the word. */
    private static final Pattern PROPERTY = Pattern.compile("(?i).*(" + WORDS + "|secret[_-]?(string|key|value))");

    /** People put the word anywhere into the names they choose. */
    private static final Pattern SETTING =
            Pattern.compile("(?i).*(" + WORDS + "|(^|[_-])(pwd|pass)([_-]|$)|kube[_-]?config).*");

    /** Names that say where a secret is, or how it is used. */
    private static final Pattern ABOUT = Pattern.compile(
            "(?i:.*[_-](name|arn|path|file|dir|ttl|url|uri|issuer|audience|seconds|minutes|hours|days|length|enabled|expiry|expiration|type|id)|secret_?name)"
                    + "|.*[a-z](Name|Arn|Path|File|Url|Uri|Id|Type|Ttl)");

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
            Form.of("AKIA", "AKIA[A-Z0-9]{16}"),
            Form.of("ASIA", "ASIA[A-Z0-9]{16}"),
            Form.of("IQoJb3JpZ2lu", "IQoJb3JpZ2lu"),
            Form.of("PRIVATE KEY", "-----BEGIN [A-Z ]*PRIVATE KEY"),
            Form.of("gh", "\\bgh[pousr]_[A-Za-z0-9]{20,}"),
            Form.of("github_pat_", "\\bgithub_pat_\\w{20,}"),
            Form.of("glpat-", "\\bglpat-[\\w-]{20}"),
            Form.of("xox", "\\bxox[abprs]-[\\w-]{10,}"),
            Form.of("hooks.slack.com/", "hooks[.]slack[.]com/(?:services|workflows)/\\w{6,}"),
            Form.of("/api/webhooks/", "discord(?:app)?[.]com/api/webhooks/\\d{6,}/[\\w-]{20,}"),
            Form.of("SG.", "\\bSG[.][\\w-]{16,}[.][\\w-]{16,}"),
            Form.of("npm_", "\\bnpm_[A-Za-z0-9]{30,}"),
            Form.of("dckr_pat_", "\\bdckr_pat_[\\w-]{20,}"),
            Form.of("sk_", "\\bsk_(?:live|test)_\\w{10,}"),
            Form.of("sk-", "\\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}"),
            Form.of("AccountKey=", "AccountKey=[A-Za-z0-9+/]{40,}"),
            Form.of("AIza", "\\bAIza[\\w-]{30,}"),
            Form.of("pul-", "\\bpul-[0-9a-f]{40}\\b"),
            Form.of("eyJ", "(?<![\\w-])eyJ[\\w-]{8,}[.]eyJ[\\w-]{8,}[.]"),
            Form.of("://", "(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://[^/\\s:@$]{0,64}:[^/\\s@$]{1,128}@"),
            Form.of("client-key-data", "client-key-data"),
            Form.of("assword\"", "(?i)\"[\\w.-]*password\"\\s*:\\s*\"[^\"]{6,}\""),
            Form.of("=", "(?i)(?:\\b|_)(?:password|passwd|aws_secret_access_key)\\s*=\\s*[^\\s$&;,]{6,}"));
    private static final int SHORTEST = 12;

    /** The secret half of an access key has no mark, but its length. */
    private static final int ACCESS_KEY = 40;

    private static final Pattern ACCESS_KEY_FORM =
            Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9/+]{" + ACCESS_KEY + "}");

    private PlainSecrets() {}

    /** Whether a text is, or contains, a secret of a well-known form. */
    public static boolean hasFormOfOne(String text) {
        return text.length() >= SHORTEST
                && (FORMS.stream().anyMatch(form -> form.isIn(text))
                        || (text.length() == ACCESS_KEY
                                && ACCESS_KEY_FORM.matcher(text).matches()));
    }

    /** Whether a provider's property of that name is there to hold a secret. */
    public static boolean isNamedLikeOne(String property) {
        return PROPERTY.matcher(property).matches();
    }

    /** Whether a variable, an output or a key, named by people, is there to hold a secret. */
    public static boolean isSettingOfOne(String name) {
        return SETTING.matcher(name).matches() && !ABOUT.matcher(name).matches();
    }

    /** Whether a setting of this name and value is a secret in clear text. */
    public static boolean isOne(String name, String value) {
        return hasFormOfOne(value) || (!value.isBlank() && isSettingOfOne(name));
    }

    /** As {@link #isOne(String, String)}; what Pulumi holds as secret is one, whatever its name. */
    public static Truth isOne(String name, Value value) {
        if (value.isSecret()) {
            return Truth.TRUE;
        }
        if (value.isUnknown()) {
            return Truth.of(isSettingOfOne(name)).or(Truth.UNKNOWN);
        }
        return value.matches(text -> isOne(name, text));
    }
}
