package io.dataflowsync.dpu.relationship;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The old keys that a batch needs, in the order in which they are first needed. */
public final class KeyNeeds {
    private final Map<KeySpace, Set<String>> needs = new LinkedHashMap<>();

    public void add(KeySpace space, String oldKey) {
        needs.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(oldKey);
    }

    public Map<KeySpace, Set<String>> bySpace() {
        return needs;
    }
}
