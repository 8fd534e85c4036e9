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

    /** All pages that are sent at one time are in memory together: each is about as large as the largest body. */
    static final int MAX_CHARACTERS = 64 * 1024;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of at most {@code limit} of the items, and of no more of them than {@link #MAX_CHARACTERS} hold, but of one;
     * an item more than fits shows that there is a next page.
     */
    static Page of(List<Item> items, int limit) {
        var count = 0;
        var characters = 0L;
        while (count < Math.min(limit, items.size())) {
            characters += items.get(count).data().length();
            if (count > 0 && characters > MAX_CHARACTERS) {
                break;
            }
            count++;
        }
        return count < items.size()
                ? new Page(items.subList(0, count), items.get(count - 1).id())
                : new Page(items, null);
    }
}
