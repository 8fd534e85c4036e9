package dev.palisade.app.data;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the kept objects, the oldest first.
 *
 * @param items the objects
 * @param next what to give as {@code after} for the next page, or null at the end
 */
public record Page(List<Item> items, @Nullable UUID next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page of at most {@code limit} of the items; one more than that shows that there is a next page. */
    static Page of(List<Item> items, int limit) {
        return items.size() > limit
                ? new Page(items.subList(0, limit), items.get(limit - 1).id())
                : new Page(items, null);
    }
}
