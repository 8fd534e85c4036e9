package dev.palisade.app.http;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the client's where it is well-formed, otherwise a new one. */
public final class RequestId {

    /** The header that carries it both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String ATTRIBUTE = "requestId";

    private RequestId() {}

    /** The given id if it cannot forge anything, or a new one. */
    static String of(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** The id of this request. */
    public static String of(Context context) {
        return context.attributeOrCompute(ATTRIBUTE, ctx -> of(ctx.header(HEADER)));
    }
}
