package dev.palisade.app.data;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where objects are kept. */
public interface DataStore extends AutoCloseable {

    /** What {@code GET /} calls it. */
    String name();

    /** Keeps an object. */
    Item keep(String json);

    /** The object of that id, if it is kept. */
    Optional<Item> find(UUID id);

    /**
     * A page of objects, the oldest first.
     *
     * @param after the id of the last object of the page before, or null for the first page
     * @param limit how many at most
     */
    Page page(@Nullable UUID after, int limit);

    /** Whether the store can be reached. */
    boolean reachable();

    @Override
    void close();
}
