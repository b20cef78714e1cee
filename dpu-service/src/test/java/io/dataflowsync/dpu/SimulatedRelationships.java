package io.dataflowsync.dpu;

import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeyRange;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.relationship.Relationship.State;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.Relationships;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Relationships in memory: each new key is durable at once, and its use is noted with the log. */
final class SimulatedRelationships implements Relationships {
    private final SimulatedFaults faults;
    private final Map<String, Relationship> durable = new TreeMap<>();
    private long next = 1;

    SimulatedRelationships(SimulatedFaults faults) {
        this.faults = faults;
    }

    @Override
    public KnownKeys resolve(KeyNeeds needs) throws SQLException {
        faults.point();
        KnownKeys known = new KnownKeys();
        for (Map.Entry<KeySpace, java.util.Set<String>> space : needs.bySpace().entrySet()) {
            for (String key : space.getValue()) {
                Relationship relationship = durable.computeIfAbsent(
                        name(space.getKey(), key), k -> new Relationship(String.valueOf(next++), State.AHEAD));
                known.add(space.getKey(), key, relationship);
                if (!relationship.isUsed()) {
                    known.addUnmarked(space.getKey(), key);
                }
            }
        }
        needs.looks().forEach((space, keys) -> find(space, keys).forEach((key, found) -> known.add(space, key, found)));
        faults.point();
        return known;
    }

    /** Within the transaction of the log. */
    void write(List<RelationshipChange> changes) {
        for (RelationshipChange change : changes) {
            if (change instanceof RelationshipChange.Used used) {
                used.oldKeys().forEach(key -> use(name(used.space(), key)));
            } else if (change instanceof RelationshipChange.Applied applied) {
                state(name(applied.space(), applied.oldKey()), State.APPLIED);
            } else if (change instanceof RelationshipChange.Deleted deleted) {
                state(name(deleted.space(), deleted.oldKey()), State.DELETED);
            } else if (change instanceof RelationshipChange.Rekeyed rekeyed) {
                Relationship moved = durable.remove(name(rekeyed.space(), rekeyed.oldKey()));
                if (moved != null) {
                    durable.put(
                            name(rekeyed.space(), rekeyed.changedKey()),
                            new Relationship(moved.newKey(), State.APPLIED));
                }
            }
        }
    }

    private void use(String name) {
        durable.computeIfPresent(
                name,
                (n, relationship) ->
                        relationship.isUsed() ? relationship : new Relationship(relationship.newKey(), State.RESERVED));
    }

    private void state(String name, State state) {
        durable.computeIfPresent(
                name,
                (n, relationship) -> relationship.isUsed() || state == State.APPLIED
                        ? new Relationship(relationship.newKey(), state)
                        : relationship);
    }

    /** By table and old key, {@code customers 7}. */
    Map<String, Relationship> all() {
        return durable;
    }

    private static String name(KeySpace space, String key) {
        return space.source().table() + " " + key;
    }

    @Override
    public Map<String, Relationship> find(KeySpace space, Collection<String> oldKeys) {
        Map<String, Relationship> found = new LinkedHashMap<>();
        oldKeys.forEach(key -> {
            Relationship relationship = durable.get(name(space, key));
            if (relationship != null) {
                found.put(key, relationship);
            }
        });
        return found;
    }

    @Override
    public Map<String, Owner> owners(KeySpace space, Collection<String> newKeys) {
        throw new UnsupportedOperationException("no row is adopted here");
    }

    @Override
    public void adopt(KeySpace space, Map<String, String> newKeys) {
        throw new UnsupportedOperationException("no row is adopted here");
    }

    @Override
    public List<KeyRange> appliedKeys(KeySpace space) {
        throw new UnsupportedOperationException("no table is truncated here");
    }

    @Override
    public List<KeyRange> usedKeys(KeySpace space) {
        throw new UnsupportedOperationException("no table is truncated here");
    }

    @Override
    public List<RelationshipChange.Cascaded> cascaded(String targetTable) {
        throw new UnsupportedOperationException("no table is truncated here");
    }

    @Override
    public void forget() {}
}
