package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The relationships used last, as many as fit. It knows only what is there, never that something is not. */
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

    /** Where it is known. */
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
