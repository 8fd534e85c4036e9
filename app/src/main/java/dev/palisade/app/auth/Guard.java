package dev.palisade.app.auth;

import dev.palisade.app.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a request pass to its route only with a token that grants the route's role (RFC 6750). */
final class Guard implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);
    private static final String CHALLENGE = "Bearer realm=\"palisade\"";

    private final TokenVerifier verifier;

    Guard(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public void handle(Context context) {
        if (context.routeRoles().contains(Role.ANYONE)) {
            return;
        }
        var caller = caller(context);
        if (Collections.disjoint(caller.roles(), context.routeRoles())) {
            LOG.atInfo().addKeyValue("subject", caller.subject()).log("role missing");
            throw new ProblemException(
                    403, "The token does not grant the role that this needs.", challenge("insufficient_scope"));
        }
    }

    private Caller caller(Context context) {
        try {
            return verifier.verify(token(context));
        } catch (InvalidTokenException e) {
            LOG.atInfo().addKeyValue("reason", String.valueOf(e.getCause())).log("token refused");
            throw new ProblemException(401, "The token is not valid.", challenge("invalid_token"), e);
        } catch (KeysUnavailableException e) {
            throw new ProblemException(
                    503, "Tokens cannot be verified at the moment.", Map.of(Header.RETRY_AFTER, "10"), e);
        }
    }

    private static String token(Context context) {
        var headers = Collections.list(context.req().getHeaders(Header.AUTHORIZATION));
        if (headers.isEmpty()) {
            throw new ProblemException(401, "A bearer token is needed.", Map.of(Header.WWW_AUTHENTICATE, CHALLENGE));
        }
        var matcher = BEARER.matcher(headers.get(0));
        if (!List.of(headers.get(0)).equals(headers) || !matcher.matches()) {
            throw new ProblemException(401, "Exactly one bearer token is needed.", challenge("invalid_request"));
        }
        return matcher.group(1);
    }

    private static Map<String, String> challenge(String error) {
        return Map.of(Header.WWW_AUTHENTICATE, CHALLENGE + ", error=\"" + error + "\"");
    }
}
