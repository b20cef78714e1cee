package io.dataflowsync.dpu.relationship;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Collects the old keys that a batch needs, in the order in which they are first needed. */
public final class KeyNeeds implements Needs {
    private final Map<KeySpace, Set<String>> needs = new LinkedHashMap<>();
    private final Map<KeySpace, Set<String>> looks = new LinkedHashMap<>();
    private final Map<KeySpace, Set<String>> fresh = new LinkedHashMap<>();
    private final Map<KeySpace, Set<String>> rows = new LinkedHashMap<>();

    @Override
    public void add(KeySpace space, String oldKey) {
        needs.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(oldKey);
    }

    @Override
    public void addRow(KeySpace space, String oldKey) {
        look(space, oldKey);
        add(space, oldKey);
        rows.computeIfAbsent(space, s -> new HashSet<>()).add(oldKey);
    }

    @Override
    public void addFresh(KeySpace space, String oldKey) {
        add(space, oldKey);
        rows.computeIfAbsent(space, s -> new HashSet<>()).add(oldKey);
        fresh.computeIfAbsent(space, s -> new HashSet<>()).add(oldKey);
    }

    @Override
    public void look(KeySpace space, String oldKey) {
        looks.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(oldKey);
    }

    public Map<KeySpace, Set<String>> bySpace() {
        return needs;
    }

    /** The keys of {@link #bySpace} that most likely have no relationship yet. */
    public Set<String> fresh(KeySpace space) {
        return fresh.getOrDefault(space, Set.of());
    }

    /** The keys of {@link #bySpace} that are keys of new rows. */
    Set<String> rows(KeySpace space) {
        return rows.getOrDefault(space, Set.of());
    }

    /** The keys whose relationships are asked for with their state, if there are any. */
    public Map<KeySpace, Set<String>> looks() {
        return looks;
    }
}
