package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the relationships of all keys that a batch needs. */
public final class KnownKeys {
    private final Map<TableName, Map<String, Relationship>> known = new HashMap<>();

    /** Adds a relationship. Only tests call it from outside this package. */
    public KnownKeys add(KeySpace space, String oldKey, Relationship relationship) {
        known.computeIfAbsent(space.source(), s -> new HashMap<>()).put(oldKey, relationship);
        return this;
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
