package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the relationships of all keys that a batch needs. */
public final class KnownKeys {
    private final Map<TableName, Map<String, Relationship>> known = new HashMap<>();
    private final Map<KeySpace, Set<String>> unmarked = new LinkedHashMap<>();

    /** Adds a relationship. One with a state is not replaced by one without. Only tests call it from outside this package. */
    public KnownKeys add(KeySpace space, String oldKey, Relationship relationship) {
        known.computeIfAbsent(space.source(), s -> new HashMap<>())
                .merge(oldKey, relationship, (before, now) -> now.known() == null ? before : now);
        return this;
    }

    /** Returns the keys that were reserved or used for this batch and are not marked as used in MariaDB yet, by key space. */
    public Map<KeySpace, Set<String>> unmarked() {
        return unmarked;
    }

    /** Adds a key that events of the batch use, and that is not marked as used in MariaDB. */
    public void addUnmarked(KeySpace space, String oldKey) {
        unmarked.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(oldKey);
    }

    /** The relationship of an old key; empty if it is not known. */
    public Optional<Relationship> find(KeySpace space, String oldKey) {
        return Optional.ofNullable(known.getOrDefault(space.source(), Map.of()).get(oldKey));
    }

    /**
     * The relationship of an old key.
     *
     * @throws IllegalStateException if the batch has not asked for it
     */
    public Relationship get(KeySpace space, String oldKey) {
        Relationship relationship = known.getOrDefault(space.source(), Map.of()).get(oldKey);
        if (relationship == null) {
            throw new IllegalStateException("no relationship was asked for: " + space.source() + " " + oldKey);
        }
        return relationship;
    }

    public String newKey(KeySpace space, String oldKey) {
        return get(space, oldKey).newKey();
    }
}
