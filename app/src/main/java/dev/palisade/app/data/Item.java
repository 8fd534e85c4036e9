package dev.palisade.app.data;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;

/**
 * One kept object.
 *
 * @param id its id
 * @param createdAt when it was kept, ISO 8601 in UTC
 * @param data the sanitised object, as JSON
 */
public record Item(UUID id, String createdAt, @JsonRawValue String data) {}
