package dev.palisade.preview.change;

import java.util.List;

/**
 * What would happen to one resource.
 *
 * @param properties the top-level inputs that differ, for an update
 */
public record Change(Kind kind, List<String> properties) {
    /** In the words of {@code pulumi preview}. */
    public enum Kind {
        CREATE("+", "create"),
        UPDATE("~", "update"),
        DELETE("-", "delete"),
        SAME(" ", "same");

        private final String sign;
        private final String verb;

        Kind(String sign, String verb) {
            this.sign = sign;
            this.verb = verb;
        }

        public String sign() {
            return sign;
        }

        public String verb() {
            return verb;
        }
    }

    static final Change CREATE = new Change(Kind.CREATE, List.of());
    static final Change SAME = new Change(Kind.SAME, List.of());
    static final Change DELETE = new Change(Kind.DELETE, List.of());

    public Change {
        properties = List.copyOf(properties);
    }
}
