package dev.palisade.app.data;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects in memory, for a service without a database: bounded, and gone with the process. Its memory is allocated
 * once. Each object kept as one on the heap would grow old there, and the sweeps that take such from it stop all requests.
 */
public final class InMemoryDataStore implements DataStore {

    /** Beyond so many bytes of JSON the oldest objects are dropped; the largest body becomes at most half of them. */
    private static final int BYTES = 512 * 1024;

    /** Beyond so many objects the oldest are dropped; one is found by a look at all their ids, which takes a microsecond. */
    private static final int OBJECTS = 1536;

    private final ByteRing ring;
    private final long[] highIds;
    private final long[] lowIds;
    private final long[] micros;
    private final int[] starts;
    private final int[] lengths;

    /** The place of the oldest object in the arrays; the others follow, at the end from the beginning on. */
    private int oldest;

    private int count;
    private int used;

    /** An empty store. */
    public InMemoryDataStore() {
        this(BYTES, OBJECTS);
    }

    InMemoryDataStore(int bytes, int objects) {
        ring = new ByteRing(bytes);
        highIds = new long[objects];
        lowIds = new long[objects];
        micros = new long[objects];
        starts = new int[objects];
        lengths = new int[objects];
    }

    @Override
    public String name() {
        return "memory";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the object alone is more than can be kept
     */
    @Override
    public Item keep(String json) {
        var id = UUID.randomUUID();
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        var utf8 = json.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > ring.size()) {
            throw new IllegalArgumentException("more than " + ring.size() + " bytes cannot be kept: " + utf8.length);
        }
        add(id, now, utf8);
        return item(id, now, json);
    }

    /** Nothing else is done while others wait. */
    private synchronized void add(UUID id, long now, byte[] utf8) {
        while (count == lengths.length || used + utf8.length > ring.size()) {
            used -= lengths[oldest];
            oldest = place(1);
            count--;
        }
        var place = place(count);
        highIds[place] = id.getMostSignificantBits();
        lowIds[place] = id.getLeastSignificantBits();
        micros[place] = now;
        starts[place] = ring.write(utf8);
        lengths[place] = utf8.length;
        used += utf8.length;
        count++;
    }

    @Override
    public synchronized Optional<Item> find(UUID id) {
        var index = index(id);
        return index < 0 ? Optional.empty() : Optional.of(item(index));
    }

    @Override
    public synchronized Page page(@Nullable UUID after, int limit) {
        var begin = after == null ? 0 : index(after) + 1;
        return Page.of(count - begin, limit, index -> lengths[place(begin + index)], index -> item(begin + index));
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /** How many objects are older than that of this id, or -1 if it is not kept. */
    private int index(UUID id) {
        var high = id.getMostSignificantBits();
        var low = id.getLeastSignificantBits();
        for (var index = 0; index < count; index++) {
            var place = place(index);
            if (lowIds[place] == low && highIds[place] == high) {
                return index;
            }
        }
        return -1;
    }

    private Item item(int index) {
        var place = place(index);
        var json = new String(ring.read(starts[place], lengths[place]), StandardCharsets.UTF_8);
        return item(new UUID(highIds[place], lowIds[place]), micros[place], json);
    }

    private static Item item(UUID id, long micros, String json) {
        return new Item(id, Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString(), json);
    }

    /** Where in the arrays the object is that so many others are older than. */
    private int place(int index) {
        var place = oldest + index;
        return place < lengths.length ? place : place - lengths.length;
    }
}
