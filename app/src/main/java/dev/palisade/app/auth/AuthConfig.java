package dev.palisade.app.auth;

import dev.palisade.app.settings.AuthSettings;
import io.javalin.config.JavalinConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Guards every route by its role, unless a development setting says not to. */
public final class AuthConfig {
    private static final Logger LOG = LoggerFactory.getLogger(AuthConfig.class);

    private final AuthSettings settings;

    /** Guards that believe tokens of these settings. */
    public AuthConfig(AuthSettings settings) {
        this.settings = settings;
    }

    /** Adds the guard in front of all routes. */
    public void applyTo(JavalinConfig config) {
        if (settings instanceof AuthSettings.Token token) {
            config.routes.beforeMatched(new Guard(new TokenVerifier(token, KeySet.at(token.keySet()))));
        } else {
            LOG.warn("AUTH_DISABLED: everybody may do everything");
        }
    }
}
