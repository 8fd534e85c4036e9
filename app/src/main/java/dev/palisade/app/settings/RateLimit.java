package dev.palisade.app.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many requests one client may make in a period.
 *
 * @param count requests, at least 1
 * @param period the time after which the whole count is available again
 */
public record RateLimit(long count, Duration period) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(second|minute|hour|day)");

    private static final Map<String, Duration> PERIODS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    /**
     * Reads {@code 100/hour}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static RateLimit parse(String text) {
        var matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a rate limit");
        }
        var period = PERIODS.getOrDefault(matcher.group(2), Duration.ofHours(1));
        return new RateLimit(Long.parseLong(matcher.group(1)), period);
    }
}
