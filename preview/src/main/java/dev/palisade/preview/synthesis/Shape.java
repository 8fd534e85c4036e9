package dev.palisade.preview.synthesis;

import java.util.Map;

/**
 * One row of a synthesis table.
 *
 * @param autoname the input that the provider fills with a generated name, or empty
 * @param autonamePrefix what the generated name begins with, such as {@code alias/}
 * @param id the template of the id
 * @param outputs computed outputs: templates, and maps and lists of them
 */
record Shape(String autoname, String autonamePrefix, String id, Map<String, Object> outputs) {
    /** For a type that no table names: a generated id, and nothing computed. */
    static final Shape UNLISTED = new Shape("", "", "${name}-${hex7}", Map.of());
}
