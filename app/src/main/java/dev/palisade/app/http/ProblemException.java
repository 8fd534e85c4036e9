package dev.palisade.app.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem; the message is its detail and is shown to the client. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /** A problem without headers of its own. */
    public ProblemException(int status, String detail) {
        this(status, detail, Map.of(), null);
    }

    /** A problem that another exception tells. */
    public ProblemException(int status, @Nullable String detail, Exception cause) {
        this(status, detail, Map.of(), cause);
    }

    /** A problem that sets headers. */
    public ProblemException(int status, String detail, Map<String, String> headers) {
        this(status, detail, headers, null);
    }

    /**
     * A problem that another exception tells, with headers.
     *
     * @param detail shown to the client
     * @param headers set on the response
     * @param cause never shown
     */
    public ProblemException(
            int status, @Nullable String detail, Map<String, String> headers, @Nullable Exception cause) {
        super(detail, cause, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
