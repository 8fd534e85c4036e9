package dev.palisade.app.data;

import dev.palisade.app.auth.Role;
import dev.palisade.app.http.Get;
import dev.palisade.app.http.ProblemException;
import dev.palisade.app.json.Json;
import dev.palisade.app.json.MalformedJsonException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The data interface. */
public final class DataConfig {
    private static final String PATH = "/api/data";
    private static final int DEFAULT_LIMIT = 20;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DataStore store;

    /** The interface to one store. */
    public DataConfig(DataStore store) {
        this.store = store;
    }

    /** Adds the routes. */
    public void applyTo(JavalinConfig config) {
        config.routes.post(PATH, this::add, Role.WRITER);
        Get.route(config, PATH, Role.READER, this::page);
        Get.route(config, PATH + "/{id}", Role.READER, this::find);
    }

    private void add(Context context) throws IOException {
        if (!context.isJson()) {
            throw new ProblemException(415, "The body must be application/json.");
        }
        try {
            var object = Sanitiser.sanitised(Json.read(body(context)));
            var item = store.keep(Json.write(object));
            context.status(201).header("Location", PATH + "/" + item.id());
            answer(context, item);
        } catch (MalformedJsonException e) {
            throw new ProblemException(400, "The body is " + e.getMessage() + ".", e);
        } catch (InvalidObjectException e) {
            throw new ProblemException(400, e.getMessage(), e);
        }
    }

    /** The whole body; the framework takes 8 KiB to read any. */
    private static byte[] body(Context context) throws IOException {
        var length = context.req().getContentLength();
        return length < 0
                ? context.bodyAsBytes()
                : context.req().getInputStream().readNBytes(length);
    }

    private void page(Context context) {
        var limit = context.queryParam("limit");
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            throw new ProblemException(400, "limit is a whole number from 1 to 100.");
        }
        var after = context.queryParam("after");
        var page = store.page(
                after == null ? null : id(after, 400, "after is an id."),
                limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit));
        answer(context, page);
    }

    private void find(Context context) {
        var missing = "Nothing is kept under this id.";
        var item = store.find(id(context.pathParam("id"), 404, missing));
        answer(context, item.orElseThrow(() -> new ProblemException(404, missing)));
    }

    private static void answer(Context context, Object value) {
        context.contentType(ContentType.APPLICATION_JSON).result(Json.bytes(value));
    }

    private static UUID id(String text, int status, String detail) {
        if (!ID.matcher(text).matches()) {
            throw new ProblemException(status, detail);
        }
        return UUID.fromString(text);
    }
}
