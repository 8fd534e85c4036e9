package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.palisade.preview.wire.Wire;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A value with the URNs of the resources that it was computed from: what the SDKs call an output. */
@SuppressFBWarnings(value = "EI_EXPOSE_REP", justification = "Protobuf messages are immutable")
public record Tracked(Value value, Set<String> dependsOn) {
    public Tracked {
        dependsOn = Collections.unmodifiableSet(new LinkedHashSet<>(dependsOn));
    }

    static Tracked plain(Value value) {
        return new Tracked(value, Set.of());
    }

    static Tracked text(String text) {
        return plain(Wire.string(text));
    }

    static Tracked number(int number) {
        return plain(Wire.number(number));
    }

    static Tracked bool(boolean truth) {
        return plain(Wire.bool(truth));
    }

    static Tracked list(Tracked... elements) {
        var values = Arrays.stream(elements).map(Tracked::value).toList();
        return new Tracked(Wire.list(values), union(List.of(elements)));
    }

    static Tracked struct(Map<String, Tracked> fields) {
        var struct = Struct.newBuilder();
        fields.forEach((name, field) -> struct.putFields(name, field.value()));
        return new Tracked(Wire.struct(struct.build()), union(fields.values()));
    }

    /** A change that runs only when the value is known; the dependencies stay. */
    Tracked map(Function<Value, Value> change) {
        var plain = Wire.reveal(value);
        return new Tracked(isKnown() ? change.apply(plain) : Wire.unknown(), dependsOn);
    }

    Tracked field(String name) {
        return map(struct -> struct.getStructValue().getFieldsOrDefault(name, Wire.unknown()));
    }

    Tracked element(int index) {
        return map(list -> list.hasListValue() && index < list.getListValue().getValuesCount()
                ? list.getListValue().getValues(index)
                : Wire.unknown());
    }

    boolean isKnown() {
        return !Wire.isUnknown(value);
    }

    String string() {
        return Wire.reveal(value).getStringValue();
    }

    private static Set<String> union(Iterable<Tracked> parts) {
        var all = new LinkedHashSet<String>();
        parts.forEach(part -> all.addAll(part.dependsOn()));
        return all;
    }
}
