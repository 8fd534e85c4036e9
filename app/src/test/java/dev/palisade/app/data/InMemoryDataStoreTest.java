package dev.palisade.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palisade.app.http.ServerConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class InMemoryDataStoreTest {
    private static final int BYTES = 100;
    private static final int OBJECTS = 8;
    private static final String HUNDRED = "\"" + "x".repeat(98) + "\"";

    @Test
    void dropsTheOldestBeyondItsBytes() {
        var store = new InMemoryDataStore(3 * 100, 10);
        var kept = keep(store, 5);

        assertThat(store.page(null, 10).items()).isEqualTo(kept.subList(2, 5));
        assertThat(store.find(kept.get(1).id())).isEmpty();
        assertThat(store.find(kept.get(2).id())).hasValue(kept.get(2));
    }

    @Test
    void holdsAsManyBytesAsItHasAndNotOneMore() {
        var store = new InMemoryDataStore(3 * 100 - 1, 10);
        keep(store, 3);

        assertThat(store.page(null, 10).items()).hasSize(2);
    }

    @Test
    void dropsTheOldestBeyondItsObjects() {
        var store = new InMemoryDataStore(1000, 3);
        var kept = keep(store, 5);

        assertThat(store.page(null, 10).items()).isEqualTo(kept.subList(2, 5));
        assertThat(store.find(kept.get(1).id())).isEmpty();
    }

    @Test
    void holdsAnObjectThatIsAsLargeAsAllItHas() {
        var store = new InMemoryDataStore(100, 10);
        store.keep("{}");
        var kept = store.keep(HUNDRED);

        assertThat(store.page(null, 10).items()).containsExactly(kept);
    }

    @Test
    void refusesWhatIsLargerThanAllItHasAndKeepsTheRest() {
        var store = new InMemoryDataStore(99, 10);
        var kept = store.keep("{}");

        assertThatThrownBy(() -> store.keep(HUNDRED)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.page(null, 10).items()).containsExactly(kept);
    }

    /** The first is as large as a body can become: brackets are escaped. */
    @Test
    void holdsTheTwoLargestObjectsThatABodyCanBecome() {
        var store = new InMemoryDataStore();
        var large = "&lt;".repeat(ServerConfig.MAX_BODY);
        var kept = List.of(store.keep(large), store.keep(large));

        assertThat(store.page(null, 1).items()).isEqualTo(kept.subList(0, 1));
        assertThat(store.find(kept.get(1).id())).hasValue(kept.get(1));
    }

    @Test
    void showsPagesInTheOrderOfArrivalAndWhereTheNextBegins() {
        var store = new InMemoryDataStore();
        var kept = List.of(store.keep("1"), store.keep("2"), store.keep("3"));

        var first = store.page(null, 2);
        assertThat(first.items()).isEqualTo(kept.subList(0, 2));
        assertThat(first.next()).isEqualTo(kept.get(1).id());
        var second = store.page(first.next(), 2);
        assertThat(second.items()).containsExactly(kept.get(2));
        assertThat(second.next()).isNull();
        assertThat(store.page(null, 3)).isEqualTo(new Page(kept, null));
    }

    @Test
    void beginsAnewAfterAnObjectThatItDoesNotKnow() {
        var store = new InMemoryDataStore();
        var only = store.keep("{}");

        assertThat(store.page(UUID.randomUUID(), 5).items()).containsExactly(only);
        assertThat(store.page(only.id(), 5).items()).isEmpty();
        assertThat(store.reachable()).isTrue();
    }

    @Test
    void endsAPageBeforeItGetsLargerThanTheLargestBody() {
        var store = new InMemoryDataStore();
        var quarter = "x".repeat(Page.MAX_CHARACTERS / 4);
        for (var i = 0; i < 6; i++) {
            store.keep(quarter);
        }

        var first = store.page(null, 100);
        assertThat(first.items()).hasSize(4);
        var second = store.page(first.next(), 100);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    @Test
    void countsCharactersOfAPageByTheirBytes() {
        var store = new InMemoryDataStore();
        var half = "\u0101".repeat(Page.MAX_CHARACTERS / 4);
        var kept = List.of(store.keep(half), store.keep(half), store.keep("1"));

        assertThat(store.page(null, 100).items()).isEqualTo(kept.subList(0, 2));
    }

    @Test
    void showsAnObjectThatIsLargerThanAPageAlone() {
        var store = new InMemoryDataStore();
        var large = store.keep("x".repeat(Page.MAX_CHARACTERS + 1));
        var small = store.keep("{}");

        assertThat(store.page(null, 100)).isEqualTo(new Page(List.of(large), large.id()));
        assertThat(store.page(large.id(), 100)).isEqualTo(new Page(List.of(small), null));
    }

    @Property(tries = 200)
    void doesWhatAListDoes(
            @ForAll @Size(max = 40) List<@StringLength(max = 30) String> texts,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        var store = new InMemoryDataStore(BYTES, OBJECTS);
        var dropped = new ArrayList<Item>();
        var list = new ArrayList<Item>();
        for (var text : texts) {
            list.add(store.keep(text));
            while (list.size() > OBJECTS || bytes(list) > BYTES) {
                dropped.add(list.remove(0));
            }

            assertThat(store.page(null, OBJECTS)).isEqualTo(new Page(list, null));
            assertThat(dropped)
                    .allSatisfy(item -> assertThat(store.find(item.id())).isEmpty());
            for (var index = 0; index < list.size(); index++) {
                var item = list.get(index);
                assertThat(store.find(item.id())).hasValue(item);
                var end = Math.min(index + 1 + limit, list.size());
                var next = end < list.size() ? list.get(end - 1).id() : null;
                assertThat(store.page(item.id(), limit)).isEqualTo(new Page(list.subList(index + 1, end), next));
            }
        }
    }

    private static int bytes(List<Item> items) {
        return items.stream()
                .mapToInt(item -> item.data().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static List<Item> keep(InMemoryDataStore store, int count) {
        return IntStream.range(0, count).mapToObj(i -> store.keep(HUNDRED)).toList();
    }
}
