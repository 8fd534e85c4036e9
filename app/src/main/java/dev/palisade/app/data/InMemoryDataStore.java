package dev.palisade.app.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps objects in memory, for a service without a database: bounded, and gone with the process. */
public final class InMemoryDataStore implements DataStore {

    /** Beyond so many characters the oldest objects are dropped. */
    private static final long CAPACITY = 8L * 1024 * 1024;

    /** What an object takes besides its text, roughly. */
    private static final long OVERHEAD = 256;

    private final long capacity;
    private final NavigableMap<Long, Item> byPosition = new TreeMap<>();
    private final Map<UUID, Long> positions = new HashMap<>();
    private long nextPosition;
    private long size;

    /** An empty store. */
    public InMemoryDataStore() {
        this(CAPACITY);
    }

    InMemoryDataStore(long capacity) {
        this.capacity = capacity;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized Item keep(String json) {
        var item = new Item(UUID.randomUUID(), Instant.now().toString(), json);
        byPosition.put(nextPosition, item);
        positions.put(item.id(), nextPosition);
        nextPosition++;
        size += sizeOf(item);
        while (size > capacity && byPosition.size() > 1) {
            var oldest = byPosition.pollFirstEntry().getValue();
            positions.remove(oldest.id());
            size -= sizeOf(oldest);
        }
        return item;
    }

    @Override
    public synchronized Optional<Item> find(UUID id) {
        return Optional.ofNullable(positions.get(id)).map(byPosition::get);
    }

    @Override
    public synchronized Page page(@Nullable UUID after, int limit) {
        var start = after == null ? -1 : positions.getOrDefault(after, -1L);
        var items = new ArrayList<Item>(limit + 1);
        // No stream: it would ask for the size of the rest, which a tree map counts one by one.
        for (var item : byPosition.tailMap(start, false).values()) {
            items.add(item);
            if (items.size() > limit) {
                break;
            }
        }
        return Page.of(items, limit);
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private static long sizeOf(Item item) {
        return item.data().length() + OVERHEAD;
    }
}
