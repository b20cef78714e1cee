package io.dataflowsync.servicekit.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values that were used last, up to a fixed number. Thread-safe.
 *
 * <p>A value that was just put is always kept. A cache that weighs new values against frequent ones, such as Caffeine, may drop it at once:
 * attempts to sign in would not be counted then. It also keeps fewer of the keys of a stream of changes, which are used soon after they
 * were new, and never again.
 */
public final class LruCache<K, V> {
    private final Map<K, V> entries;

    /** @param most the limit of the number of values */
    public LruCache(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    /** Whether a key has a value. Unlike {@link #get}, it is no use of the value. */
    public synchronized boolean has(K key) {
        return entries.containsKey(key);
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    /** Changes the value of a key if there is one. */
    public synchronized void change(K key, UnaryOperator<V> change) {
        entries.computeIfPresent(key, (same, value) -> change.apply(value));
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }

    public synchronized void clear() {
        entries.clear();
    }

    public synchronized int size() {
        return entries.size();
    }
}
