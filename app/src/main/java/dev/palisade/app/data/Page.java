package dev.palisade.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some of the kept objects, the oldest first.
 *
 * @param items the objects
 * @param next what to give as {@code after} for the next page, or null at the end
 */
public record Page(List<Item> items, @Nullable UUID next) {

    /** All pages that are sent at one time are in memory together: each is about as large as the largest body. */
    static final int MAX_CHARACTERS = 64 * 1024;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of at most {@code limit} of the items that there are, and of no more of them than {@link #MAX_CHARACTERS} hold,
     * but of one; if it leaves some out, there is a next page. Only what it shows is read.
     */
    static Page of(int available, int limit, IntUnaryOperator length, IntFunction<Item> item) {
        var items = new ArrayList<Item>();
        var characters = 0L;
        while (items.size() < Math.min(limit, available)) {
            characters += length.applyAsInt(items.size());
            if (!items.isEmpty() && characters > MAX_CHARACTERS) {
                break;
            }
            items.add(item.apply(items.size()));
        }
        return new Page(
                items, items.size() < available ? items.get(items.size() - 1).id() : null);
    }
}
