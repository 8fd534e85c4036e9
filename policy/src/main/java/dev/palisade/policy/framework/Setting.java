package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.function.Function;

/**
 * What a property has to be: a row of a {@link SettingsPolicy}.
 *
 * @param holds whether a value is as it has to be; asked of an absent one, too
 * @param otherwise what is wrong where it is not
 */
public record Setting(Property property, Function<Value, Truth> holds, String otherwise) {
    /** It is true: absent is wrong. */
    public static Setting on(String type, String path) {
        return new Setting(Property.of(type, path), Value::isTrue, path + " is not true");
    }

    /** It is not true: absent is right. */
    public static Setting off(String type, String path) {
        return new Setting(Property.of(type, path), value -> value.isTrue().not(), path + " is true");
    }

    /** It is one of these: absent is wrong. */
    public static Setting is(String type, String path, String... values) {
        return new Setting(
                Property.of(type, path),
                value -> value.isOneOf(values),
                path + " is not " + String.join(" or ", values));
    }

    /** It is none of these: absent is right. */
    public static Setting isNot(String type, String path, String... values) {
        return new Setting(
                Property.of(type, path),
                value -> value.isOneOf(values).not(),
                path + " is " + String.join(" or ", values));
    }

    /** It is set, to whatever. */
    public static Setting isSet(String type, String path) {
        return new Setting(Property.of(type, path), Value::isPresent, path + " is not set");
    }

    Verdict judge(Value value) {
        return Verdict.require(holds.apply(value), otherwise);
    }
}
