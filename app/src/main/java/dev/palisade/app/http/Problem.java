package dev.palisade.app.http;

import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it. It never names a class, a library or a path of the machine.
 *
 * @param type {@code about:blank}: the status says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what the client can do about it, or null
 * @param requestId by which the log lines of the request are found
 */
public record Problem(
        String type, String title, int status, @Nullable String detail, String requestId) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that its status explains. */
    public static Problem of(int status, @Nullable String detail, String requestId) {
        return new Problem("about:blank", HttpStatus.getMessage(status), status, detail, requestId);
    }
}
