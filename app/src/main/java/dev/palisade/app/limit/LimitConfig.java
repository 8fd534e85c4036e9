package dev.palisade.app.limit;

import dev.palisade.app.http.ClientAddress;
import dev.palisade.app.http.ProblemException;
import dev.palisade.app.settings.RateLimit;
import dev.palisade.app.settings.RateLimits;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
import java.util.Map;

/** Refuses a client's requests to the data interface beyond its limit, before its token is looked at. */
public final class LimitConfig {
    private static final String LIMITED = "/api/data";

    private final RateLimits limits;
    private final LimitStore store;
    private final ClientAddress address;

    /** Limits that are counted in a store for each address. */
    public LimitConfig(RateLimits limits, LimitStore store, ClientAddress address) {
        this.limits = limits;
        this.store = store;
        this.address = address;
    }

    /** Adds the filter. */
    public void applyTo(JavalinConfig config) {
        config.routes.beforeMatched(this::count);
    }

    private void count(Context context) {
        var endpoint = context.endpoints().matchedHttpEndpoint();
        if (endpoint == null || !endpoint.path.startsWith(LIMITED)) {
            return;
        }
        // HEAD is a GET that shows less: it must not be a second allowance.
        var method = "HEAD".equals(endpoint.method.name()) ? "GET" : endpoint.method.name();
        var route = method + " " + endpoint.path;
        var name = limits.byRoute().containsKey(route) ? route : LIMITED;
        var limit = limits.of(route);
        var decision = store.count(name + "|" + Network.of(address.of(context)), limit);
        tell(context, name, limit, decision);
        if (!decision.allowed()) {
            throw new ProblemException(
                    429,
                    "The limit is " + limit.count() + " requests in "
                            + limit.period().toSeconds() + " s.",
                    Map.of(Header.RETRY_AFTER, String.valueOf(seconds(decision.retryAfter()))));
        }
    }

    /** The header fields of draft-ietf-httpapi-ratelimit-headers. */
    private static void tell(Context context, String name, RateLimit limit, Decision decision) {
        var quoted = '"' + name + '"';
        context.header(
                "RateLimit-Policy",
                quoted + ";q=" + limit.count() + ";w=" + limit.period().toSeconds());
        context.header("RateLimit", quoted + ";r=" + decision.remaining() + ";t=" + seconds(decision.reset()));
    }

    /** Whole seconds, rounded up: a client that waits so long is not too early. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
