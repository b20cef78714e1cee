package io.dataflowsync.dpu.relationship;

import java.util.HashMap;
import java.util.Map;

/** The relationships of all keys that a batch needs. */
public final class KnownKeys {
    private final Map<KeySpace, Map<String, Relationship>> known = new HashMap<>();

    /** Adds a relationship; whoever builds one by hand is a test. */
    public KnownKeys add(KeySpace space, String oldKey, Relationship relationship) {
        known.computeIfAbsent(space, s -> new HashMap<>()).put(oldKey, relationship);
        return this;
    }

    /**
     * The relationship of an old key.
     *
     * @throws IllegalStateException where the batch has not asked for it
     */
    public Relationship get(KeySpace space, String oldKey) {
        Relationship relationship = known.getOrDefault(space, Map.of()).get(oldKey);
        if (relationship == null) {
            throw new IllegalStateException("no relationship was asked for: " + space.source() + " " + oldKey);
        }
        return relationship;
    }

    public String newKey(KeySpace space, String oldKey) {
        return get(space, oldKey).newKey();
    }
}
