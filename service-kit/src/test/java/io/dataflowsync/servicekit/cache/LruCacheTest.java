package io.dataflowsync.servicekit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {
    private final LruCache<String, Integer> cache = new LruCache<>(2);

    @Test
    void theValueThatWasNotUsedForTheLongestTimeIsDropped() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3);

        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("c")).isEqualTo(3);
        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void askingWhetherAValueIsThereIsNoUse() {
        cache.put("a", 1);
        cache.put("b", 2);
        assertThat(cache.has("a")).isTrue();
        cache.put("c", 3);

        assertThat(cache.has("a")).isFalse();
    }

    @Test
    void onlyAValueThatIsThereIsChanged() {
        cache.put("a", 1);
        cache.change("a", value -> value + 1);
        cache.change("b", value -> value + 1);

        assertThat(cache.get("a")).isEqualTo(2);
        assertThat(cache.get("b")).isNull();
        cache.remove("a");
        assertThat(cache.get("a")).isNull();
        cache.put("c", 3);
        cache.clear();
        assertThat(cache.size()).isZero();
    }
}
