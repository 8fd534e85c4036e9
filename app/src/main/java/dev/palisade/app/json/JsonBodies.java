package dev.palisade.app.json;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;

/** Lets the framework write JSON with this service's mapper; reading goes through {@link Json#read}. */
public final class JsonBodies implements JsonMapper {
    @Override
    public String toJsonString(Object value, Type type) {
        return Json.write(value);
    }
}
