package dev.palisade.app.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps objects in memory, for a service without a database: bounded, and gone with the process. */
public final class InMemoryDataStore implements DataStore {

    /** Beyond so many characters the oldest objects are dropped. */
    private static final long CAPACITY = 512L * 1024;

    /** What an object takes besides its text, roughly. */
    private static final long OVERHEAD = 256;

    private final long capacity;
    private final Map<UUID, Kept> byId = new HashMap<>();
    private @Nullable Kept oldest;
    private @Nullable Kept newest;
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
    public Item keep(String json) {
        var item = new Item(UUID.randomUUID(), Instant.now().toString(), json);
        add(new Kept(item));
        return item;
    }

    /** Nothing else is done while others wait. */
    private synchronized void add(Kept kept) {
        if (newest == null) {
            oldest = kept;
        } else {
            newest.next = kept;
        }
        newest = kept;
        byId.put(kept.item.id(), kept);
        size += sizeOf(kept.item);
        while (size > capacity && oldest != null && oldest.next != null) {
            var dropped = oldest;
            oldest = dropped.next;
            // An old object that still refers to younger ones would keep them until the whole heap is swept.
            dropped.next = null;
            byId.remove(dropped.item.id());
            size -= sizeOf(dropped.item);
        }
    }

    @Override
    public synchronized Optional<Item> find(UUID id) {
        return Optional.ofNullable(byId.get(id)).map(kept -> kept.item);
    }

    @Override
    public synchronized Page page(@Nullable UUID after, int limit) {
        var last = after == null ? null : byId.get(after);
        var items = new ArrayList<Item>(limit + 1);
        for (var kept = last == null ? oldest : last.next; kept != null && items.size() <= limit; kept = kept.next) {
            items.add(kept.item);
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

    /** An object and the one that was kept after it. */
    private static final class Kept {
        private final Item item;
        private @Nullable Kept next;

        Kept(Item item) {
            this.item = item;
        }
    }
}
