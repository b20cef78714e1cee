package io.dataflowsync.dpu.relationship;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The old keys that a batch needs, in the order in which they are first needed. */
public final class KeyNeeds {
    private final Map<KeySpace, Set<String>> needs = new LinkedHashMap<>();
    private final Map<KeySpace, Set<String>> looks = new LinkedHashMap<>();

    /** The new key of this one is needed, and reserved where there is none. */
    public void add(KeySpace space, String oldKey) {
        needs.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(oldKey);
    }

    /** The relationship of this key is of interest where there is one; none is reserved. */
    public void look(KeySpace space, String oldKey) {
        looks.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(oldKey);
    }

    public Map<KeySpace, Set<String>> bySpace() {
        return needs;
    }

    public Map<KeySpace, Set<String>> looks() {
        return looks;
    }
}
