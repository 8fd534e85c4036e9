package dev.palisade.app.data;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that no reader can mistake: for markup, for another line of a log, or for other text. */
final class Text {
    static final int MAX_LENGTH = 4096;

    /** Control and format characters (the latter hide or reverse text), except tab and line feed. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\t\\n]]");

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private Text() {}

    /**
     * The text in Unicode's normal form C, without invisible characters, and with its angle brackets escaped as HTML
     * does it.
     *
     * @throws InvalidObjectException if it is longer than 4096 characters or holds half of a surrogate pair
     */
    static String sanitised(String text) throws InvalidObjectException {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidObjectException("A string has at most " + MAX_LENGTH + " characters.");
        }
        if (LONE_SURROGATE.matcher(text).find()) {
            throw new InvalidObjectException("A string must be valid Unicode.");
        }
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC)
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
