package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.cache.LruCache;
import org.jspecify.annotations.Nullable;

/**
 * Caches the relationships that were used last, up to a fixed number. It holds only relationships that exist; it never records that a key
 * has none.
 */
final class RelationshipCache {
    private final LruCache<Key, Relationship> entries;

    RelationshipCache(int size) {
        entries = new LruCache<>(size);
    }

    @Nullable
    Relationship get(KeySpace space, String oldKey) {
        return entries.get(new Key(space.source(), oldKey));
    }

    void put(KeySpace space, String oldKey, Relationship relationship) {
        entries.put(new Key(space.source(), oldKey), relationship);
    }

    /** Changes the state of a relationship if it is in the cache. */
    void change(KeySpace space, String oldKey, Relationship.State state) {
        entries.change(new Key(space.source(), oldKey), known -> known.with(state));
    }

    void remove(KeySpace space, String oldKey) {
        entries.remove(new Key(space.source(), oldKey));
    }

    void clear() {
        entries.clear();
    }

    private record Key(TableName table, String oldKey) {}
}
