package dev.palisade.app.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;

/** A route for reading. */
public final class Get {
    private Get() {}

    /** Adds the route for GET and for HEAD: left alone, the framework answers HEAD with 200 and asks for no role. */
    public static void route(JavalinConfig config, String path, RouteRole role, Handler handler) {
        config.routes.addHttpHandler(HandlerType.GET, path, handler, role);
        config.routes.addHttpHandler(HandlerType.HEAD, path, handler, role);
    }
}
