package dev.palisade.app.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The limit of the data interface, and of single routes of it where they have one of their own.
 *
 * @param standard the limit of every route that is not named
 * @param byRoute limits by route, such as {@code POST /api/data}
 */
public record RateLimits(RateLimit standard, Map<String, RateLimit> byRoute) {

    private static final Pattern ROUTE = Pattern.compile("(GET|POST) /api/data(/\\{id\\})?");

    public RateLimits {
        byRoute = Map.copyOf(byRoute);
    }

    /**
     * Reads {@code 100/hour,POST /api/data=10/minute}: the standard limit, then those of single routes.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static RateLimits parse(String text) {
        var parts = text.split(",", -1);
        var byRoute = new LinkedHashMap<String, RateLimit>();
        for (var part : Arrays.asList(parts).subList(1, parts.length)) {
            var pair = part.split("=", 2);
            var route = pair[0].strip();
            if (pair.length != 2 || !ROUTE.matcher(route).matches()) {
                throw new IllegalArgumentException("not a route of the data interface");
            }
            byRoute.put(route, RateLimit.parse(pair[1]));
        }
        return new RateLimits(RateLimit.parse(parts[0]), byRoute);
    }

    /** The limit that holds for a route, such as {@code GET /api/data/{id}}. */
    public RateLimit of(String route) {
        return byRoute.getOrDefault(route, standard);
    }
}
