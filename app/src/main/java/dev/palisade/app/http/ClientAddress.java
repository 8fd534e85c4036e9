package dev.palisade.app.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;

/**
 * The address of the client, as the outermost trusted proxy saw it. Each proxy appends to {@code X-Forwarded-For}
 * whom it heard; everything to the left of the trusted entries may be made up.
 */
public final class ClientAddress {
    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PORT_OF_V4 = Pattern.compile("(?<=\\.[0-9]{1,3}):[0-9]+$");

    private final int trustedHops;

    /** Trusts so many proxies; 0 ignores the header. */
    public ClientAddress(int trustedHops) {
        this.trustedHops = trustedHops;
    }

    /** The client's address; the peer's own where the header does not hold enough well-formed entries. */
    public String of(Context context) {
        var peer = context.req().getRemoteAddr();
        if (trustedHops == 0) {
            return peer;
        }
        var entries = Collections.list(context.req().getHeaders(HEADER)).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        if (entries.size() < trustedHops) {
            return peer;
        }
        var entry = withoutPort(entries.get(entries.size() - trustedHops));
        return ADDRESS.matcher(entry).matches() ? entry : peer;
    }

    /** {@code 198.51.100.7} of {@code 198.51.100.7:4711}, {@code 2001:db8::1} of {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String entry) {
        var end = entry.indexOf(']');
        return entry.startsWith("[") && end > 0
                ? entry.substring(1, end)
                : PORT_OF_V4.matcher(entry).replaceFirst("");
    }
}
