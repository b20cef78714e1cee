package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caches the relationships that were used last, up to a fixed number. It holds only relationships that exist; it never records that a key
 * has none.
 */
final class RelationshipCache {
    private final Map<Key, Relationship> entries;

    RelationshipCache(int size) {
        entries = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Relationship> eldest) {
                return size() > size;
            }
        };
    }

    synchronized @Nullable Relationship get(KeySpace space, String oldKey) {
        return entries.get(new Key(space.source(), oldKey));
    }

    synchronized void put(KeySpace space, String oldKey, Relationship relationship) {
        entries.put(new Key(space.source(), oldKey), relationship);
    }

    /** Changes the state of a relationship if it is in the cache. */
    synchronized void change(KeySpace space, String oldKey, Relationship.State state) {
        entries.computeIfPresent(new Key(space.source(), oldKey), (key, known) -> known.with(state));
    }

    synchronized void remove(KeySpace space, String oldKey) {
        entries.remove(new Key(space.source(), oldKey));
    }

    synchronized void clear() {
        entries.clear();
    }

    private record Key(TableName table, String oldKey) {}
}
