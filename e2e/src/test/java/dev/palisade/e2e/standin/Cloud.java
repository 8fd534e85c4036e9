package dev.palisade.e2e.standin;

import com.google.protobuf.Struct;
import dev.palisade.preview.synthesis.Created;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the stand-ins have made and not yet deleted: the truth that a state file is held against. */
public final class Cloud {

    /** One thing that exists; {@code properties} are its outputs; secrets are still marked. */
    public record Thing(String urn, String type, String id, Struct inputs, Struct properties) {}

    private record Key(String type, String id) {}

    private final Map<Key, Thing> things = new ConcurrentHashMap<>();
    private final Queue<String> doubled = new ConcurrentLinkedQueue<>();
    private final AtomicInteger creations = new AtomicInteger();

    void create(String type, String urn, Struct inputs, Created created) {
        creations.incrementAndGet();
        var thing = new Thing(urn, type, created.id(), inputs, created.outputs());
        // Ids follow from the URN, so a second creation of what still exists meets its own id.
        if (things.put(new Key(type, created.id()), thing) != null) {
            doubled.add(urn);
        }
    }

    Optional<Thing> read(String type, String id) {
        return Optional.ofNullable(things.get(new Key(type, id)));
    }

    boolean update(String type, String id, Struct inputs, Struct outputs) {
        return things.computeIfPresent(new Key(type, id), (key, old) -> new Thing(old.urn(), type, id, inputs, outputs))
                != null;
    }

    void delete(String type, String id) {
        things.remove(new Key(type, id));
    }

    /** Everything that exists now. */
    public List<Thing> things() {
        return List.copyOf(things.values());
    }

    /** The URNs that were created while they existed already. */
    public List<String> doubled() {
        return List.copyOf(doubled);
    }

    /** How often something was created, whether it still exists or not. */
    public int creations() {
        return creations.get();
    }
}
