package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Stores the relationships in MariaDB, and caches those that were used last. */
public final class RelationshipStore implements Relationships {
    private static final int CHUNK = 1_000;

    private final DataSource log;
    private final KeyBlocks blocks;
    private final RelationshipCache cache;
    /** The source tables that were checked: their relationships belong to the target table that the pipeline file maps them to. */
    private final Set<TableName> checked = ConcurrentHashMap.newKeySet();

    public RelationshipStore(DataSource log, KeyBlocks blocks, int cacheSize) {
        this.log = log;
        this.blocks = blocks;
        this.cache = new RelationshipCache(cacheSize);
    }

    @Override
    public KnownKeys resolve(KeyNeeds needs) throws SQLException {
        KnownKeys known = new KnownKeys();
        Map<KeySpace, Set<String>> uncached = new LinkedHashMap<>();
        Map<KeySpace, Set<String>> looks = new LinkedHashMap<>();
        needs.bySpace().forEach((space, keys) -> fromCache(space, keys, known, uncached));
        needs.looks().forEach((space, keys) -> fromCache(space, keys, known, looks));
        if (!uncached.isEmpty() || !looks.isEmpty()) {
            try (Connection connection = log.getConnection()) {
                connection.setAutoCommit(true);
                requireTargets(connection, uncached.keySet());
                requireTargets(connection, looks.keySet());
                lookUpOrReserve(connection, needs, uncached, known);
                lookUp(connection, looks, known);
            }
        }
        return known;
    }

    /** Refuses relationships of another target table: equal numbers there are not the keys of this table. */
    private void requireTargets(Connection connection, Set<KeySpace> spaces) throws SQLException {
        for (KeySpace space : spaces) {
            if (!checked.contains(space.source())) {
                requireTarget(connection, space);
                checked.add(space.source());
            }
        }
    }

    private static void requireTarget(Connection connection, KeySpace space) throws SQLException {
        for (String table : RelationshipQueries.targets(connection, space.source())) {
            if (!table.equalsIgnoreCase(space.target().table())) {
                throw new ServerException(
                        ErrorCode.LOG_MISMATCH,
                        new SQLException("the rows of " + space.source() + " have keys of the target's table " + table
                                + ", and the pipeline file maps them to "
                                + space.target().table()
                                + ": write the former table there again; or, where it was renamed on the target, run UPDATE relationship"
                                + " SET target_table = '" + space.target().table() + "' WHERE source_table = '"
                                + space.source() + "' and UPDATE key_block SET target_table = '"
                                + space.target().table() + "' WHERE target_table = '" + table + "' in the log schema"));
            }
        }
    }

    private void fromCache(KeySpace space, Set<String> keys, KnownKeys known, Map<KeySpace, Set<String>> uncached) {
        for (String key : keys) {
            Relationship cached = cache.get(space, key);
            if (cached == null) {
                uncached.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(key);
            } else {
                known.add(space, key, cached);
            }
        }
    }

    /** Reserves keys that are most likely new without a lookup, and looks up only those that have a relationship already. */
    private void lookUpOrReserve(
            Connection connection, KeyNeeds needs, Map<KeySpace, Set<String>> uncached, KnownKeys known)
            throws SQLException {
        Map<KeySpace, Set<String>> missing = new LinkedHashMap<>();
        Map<KeySpace, Set<String>> old = new LinkedHashMap<>();
        uncached.forEach((space, keys) -> {
            Set<String> fresh = needs.fresh(space);
            keys.forEach(key -> (fresh.contains(key) ? missing : old)
                    .computeIfAbsent(space, s -> new LinkedHashSet<>())
                    .add(key));
        });
        lookUp(connection, old, known)
                .forEach((space, keys) -> missing.computeIfAbsent(space, s -> new LinkedHashSet<>())
                        .addAll(keys));
        if (missing.isEmpty()) {
            return;
        }
        Map<KeySpace, Set<String>> taken = reserve(connection, missing, known);
        if (!lookUp(connection, taken, known).isEmpty()) {
            throw new SQLException("relationships that were reserved are not there: " + taken.keySet());
        }
    }

    /**
     * Reserves keys durably. Returns the keys of each key space in which some key had a relationship already; the numbers that were taken
     * for them are lost.
     */
    private Map<KeySpace, Set<String>> reserve(
            Connection connection, Map<KeySpace, Set<String>> missing, KnownKeys known) throws SQLException {
        Map<KeySpace, Set<String>> taken = new LinkedHashMap<>();
        Map<KeySpace, Map<String, Relationship>> reserved = new LinkedHashMap<>();
        connection.setAutoCommit(false);
        try {
            for (Map.Entry<KeySpace, Set<String>> entry : missing.entrySet()) {
                KeySpace space = entry.getKey();
                Map<String, Relationship> keys =
                        NewRelationships.reserve(connection, blocks, space, List.copyOf(entry.getValue()));
                if (keys.isEmpty()) {
                    taken.put(space, entry.getValue());
                } else {
                    reserved.put(space, keys);
                }
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        connection.setAutoCommit(true);
        reserved.forEach((space, keys) -> keys.forEach((key, relationship) -> {
            known.add(space, key, relationship);
            cache.put(space, key, relationship);
        }));
        return taken;
    }

    /** Adds the relationships that exist, and returns the keys that have none. */
    private Map<KeySpace, Set<String>> lookUp(Connection connection, Map<KeySpace, Set<String>> needs, KnownKeys known)
            throws SQLException {
        Map<KeySpace, Set<String>> missing = new LinkedHashMap<>();
        for (Map.Entry<KeySpace, Set<String>> entry : needs.entrySet()) {
            KeySpace space = entry.getKey();
            Set<String> rest = new LinkedHashSet<>(entry.getValue());
            for (List<String> chunk : chunks(entry.getValue())) {
                RelationshipQueries.byOldKeys(connection, space, chunk).forEach((key, relationship) -> {
                    known.add(space, key, relationship);
                    cache.put(space, key, relationship);
                    rest.remove(key);
                });
            }
            if (!rest.isEmpty()) {
                missing.put(space, rest);
            }
        }
        return missing;
    }

    @Override
    public Map<String, Relationship> find(KeySpace space, Collection<String> oldKeys) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            Map<String, Relationship> found = new LinkedHashMap<>();
            for (List<String> chunk : chunks(oldKeys)) {
                found.putAll(RelationshipQueries.byOldKeys(connection, space, chunk));
            }
            return found;
        }
    }

    @Override
    public Map<String, Owner> owners(KeySpace space, Collection<String> newKeys) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            return RelationshipQueries.owners(connection, space, newKeys);
        }
    }

    @Override
    public void adopt(KeySpace space, Map<String, String> newKeys) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            List<String> oldKeys = List.copyOf(newKeys.keySet());
            NewRelationships.insert(
                    connection,
                    space,
                    oldKeys,
                    oldKeys.stream().map(newKeys::get).toList(),
                    Relationship.State.APPLIED);
        }
    }

    @Override
    public List<String> appliedKeys(KeySpace space) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            return RelationshipQueries.appliedKeys(connection, space);
        }
    }

    @Override
    public List<String> allKeys(KeySpace space) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            return RelationshipQueries.allKeys(connection, space);
        }
    }

    @Override
    public List<RelationshipChange.Cascaded> cascaded(String targetTable) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            return CascadedKeyRows.of(connection, targetTable);
        }
    }

    /** Returns the keys of the rows of a table that the target has and a query does not list. */
    public List<KeyPair> unlistedKeys(TableName source, KeyQuery listed) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            return UnlistedKeys.find(connection, source, listed);
        }
    }

    /** Writes changes within a transaction of the log. {@link #committed} must be called after its commit. */
    public void write(Connection connection, List<RelationshipChange> changes) throws SQLException {
        new RelationshipWriter(connection).write(changes);
    }

    /** Updates the cache after these changes are durable. */
    public void committed(List<RelationshipChange> changes) {
        for (RelationshipChange change : changes) {
            if (change instanceof RelationshipChange.Applied applied) {
                cache.change(applied.space(), applied.oldKey(), Relationship.State.APPLIED);
            } else if (change instanceof RelationshipChange.Deleted deleted) {
                cache.change(deleted.space(), deleted.oldKey(), Relationship.State.DELETED);
            } else if (change instanceof RelationshipChange.Rekeyed rekeyed) {
                cache.remove(rekeyed.space(), rekeyed.oldKey());
                cache.remove(rekeyed.space(), rekeyed.changedKey());
            } else if (!(change instanceof RelationshipChange.Cascaded)) {
                cache.clear();
            }
        }
    }

    @Override
    public void forget() {
        checked.clear();
        cache.clear();
    }

    static List<List<String>> chunks(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
