package dev.palisade.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryDataStoreTest {
    private static final String HUNDRED = "\"" + "x".repeat(98) + "\"";

    @Test
    void dropsTheOldestBeyondItsCapacity() {
        var store = new InMemoryDataStore(3 * (100 + 256));
        var kept = new ArrayList<Item>();
        for (var i = 0; i < 5; i++) {
            kept.add(store.keep(HUNDRED));
        }

        assertThat(store.page(null, 10).items()).isEqualTo(kept.subList(2, 5));
        assertThat(store.find(kept.get(1).id())).isEmpty();
        assertThat(store.find(kept.get(2).id())).hasValue(kept.get(2));
    }

    @Test
    void holdsAsMuchAsItsCapacityAndNoCharacterMore() {
        var store = new InMemoryDataStore(3 * (100 + 256) - 1);
        for (var i = 0; i < 3; i++) {
            store.keep(HUNDRED);
        }

        assertThat(store.page(null, 10).items()).hasSize(2);
    }

    @Test
    void alwaysKeepsTheLast() {
        var store = new InMemoryDataStore(1);
        store.keep("{}");
        var last = store.keep(HUNDRED);

        assertThat(store.page(null, 10).items()).containsExactly(last);
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
    void showsAnObjectThatIsLargerThanAPageAlone() {
        var store = new InMemoryDataStore();
        var large = store.keep("x".repeat(Page.MAX_CHARACTERS + 1));
        var small = store.keep("{}");

        assertThat(store.page(null, 100)).isEqualTo(new Page(List.of(large), large.id()));
        assertThat(store.page(large.id(), 100)).isEqualTo(new Page(List.of(small), null));
    }
}
