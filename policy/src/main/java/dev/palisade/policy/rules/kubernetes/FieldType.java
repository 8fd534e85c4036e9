package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.graph.Value;

/**
 * The type of what a field of the API holds.
 *
 * @param name {@code text}, {@code boolean}, {@code number}, {@code map} (whose keys are data), {@code any}, or an object's
 *     type, which has a dot; with {@code []} behind it a list of such
 */
record FieldType(String name) {
    private static final String LIST = "[]";

    boolean isList() {
        return name.endsWith(LIST);
    }

    /** The type of a list's elements; itself where it is no list. */
    FieldType element() {
        return isList() ? new FieldType(name.substring(0, name.length() - LIST.length())) : this;
    }

    boolean isObject() {
        return !isList() && name.contains(".");
    }

    /** Whether a known value has this shape. Quantities are texts that may be written as numbers. */
    boolean admits(Value value) {
        Value open = value.open();
        return switch (word()) {
            case "list" -> open instanceof Value.Items;
            case "object" -> open instanceof Value.Fields;
            case "text" -> open instanceof Value.Text || open instanceof Value.Num;
            case "boolean" -> open instanceof Value.Bool;
            case "number" -> open instanceof Value.Num number && number.value() == Math.rint(number.value());
            default -> true;
        };
    }

    /** The shape in a word. */
    String word() {
        if (isList()) {
            return "list";
        }
        return isObject() || "map".equals(name) ? "object" : name;
    }
}
