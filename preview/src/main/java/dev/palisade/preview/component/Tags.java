package dev.palisade.preview.component;

import com.google.protobuf.Struct;
import dev.palisade.preview.wire.Wire;

/** The tags that the component gives its children. */
final class Tags {
    private Tags() {}

    /** The component's own tags and {@code Name}. */
    static Tracked named(String name, Arguments arguments) {
        return arguments
                .get("tags")
                .orElse(Tracked.plain(Wire.struct(Struct.getDefaultInstance())))
                .map(tags -> Wire.struct(tags.getStructValue().toBuilder()
                        .putFields("Name", Wire.string(name))
                        .build()));
    }
}
