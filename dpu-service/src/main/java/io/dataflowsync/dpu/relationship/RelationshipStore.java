package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.Relationship.State;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stores the relationships in MariaDB, and keeps runs, single relationships and states in memory that were used last. */
public final class RelationshipStore implements Relationships {
    /** For one word with states, this number of single relationships is kept in memory. */
    private static final int WORDS = 4;

    private final DataSource log;
    private final KeyBlocks blocks;
    private final TableNumbers numbers = new TableNumbers();
    private final KeyLookup newKeys;
    private final KeyStates states;
    private final RunLengths lengths = new RunLengths();
    /** The source tables that were checked: their relationships belong to the target table that the pipeline file maps them to. */
    private final Set<TableName> checked = ConcurrentHashMap.newKeySet();

    /** @param cacheSize the number of single relationships that are kept in memory, and a fourth of it that of words with 64 states */
    public RelationshipStore(DataSource log, KeyBlocks blocks, int cacheSize) {
        this.log = log;
        this.blocks = blocks;
        this.newKeys = new KeyLookup(numbers, cacheSize);
        this.states = new KeyStates(numbers, cacheSize / WORDS);
    }

    @Override
    public KnownKeys resolve(KeyNeeds needs) throws SQLException {
        KnownKeys known = new KnownKeys();
        resolveNewKeys(needs, known);
        needs.bySpace().forEach((space, keys) -> use(space, keys, known));
        resolveStates(needs, known);
        return known;
    }

    private void resolveNewKeys(KeyNeeds needs, KnownKeys known) throws SQLException {
        Map<KeySpace, Set<String>> unknown = new LinkedHashMap<>();
        needs.bySpace().forEach((space, keys) -> fromMemory(space, keys, known, unknown));
        addRead(known, unknown, (connection, space, keys) -> lookUpOrReserve(connection, space, keys, needs));
    }

    /** Finds the relationships that are asked for with their states. A key that the batch itself uses is reserved at least. */
    private void resolveStates(KeyNeeds needs, KnownKeys known) throws SQLException {
        Map<KeySpace, Set<String>> unknown = new LinkedHashMap<>();
        needs.looks().forEach((space, keys) -> lookInMemory(space, keys, known, unknown));
        addRead(known, unknown, this::lookUp);
    }

    /** Reads the relationships of old keys. */
    private interface Reader {
        Map<String, Relationship> read(Connection connection, KeySpace space, Set<String> oldKeys) throws SQLException;
    }

    private void addRead(KnownKeys known, Map<KeySpace, Set<String>> unknown, Reader reader) throws SQLException {
        if (unknown.isEmpty()) {
            return;
        }
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            requireTargets(connection, unknown.keySet());
            for (Map.Entry<KeySpace, Set<String>> space : unknown.entrySet()) {
                reader.read(connection, space.getKey(), space.getValue())
                        .forEach((key, relationship) -> known.add(space.getKey(), key, relationship));
            }
        }
    }

    private void fromMemory(KeySpace space, Set<String> keys, KnownKeys known, Map<KeySpace, Set<String>> unknown) {
        for (String key : keys) {
            String newKey = newKeys.inMemory(space.source(), key);
            if (newKey == null) {
                unknown.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(key);
            } else {
                known.add(space, key, new Relationship(newKey, null));
            }
        }
    }

    private void lookInMemory(KeySpace space, Set<String> keys, KnownKeys known, Map<KeySpace, Set<String>> unknown) {
        for (String key : keys) {
            String newKey = newKeys.inMemory(space.source(), key);
            @Nullable State state = newKey == null ? null : states.inMemory(space.source(), key);
            if (newKey == null || state == null) {
                unknown.computeIfAbsent(space, s -> new LinkedHashSet<>()).add(key);
            } else {
                known.add(space, key, new Relationship(newKey, state));
            }
        }
    }

    /** Notes which keys are used from now on and are not marked as used yet. */
    private void use(KeySpace space, Set<String> keys, KnownKeys known) {
        for (String key : keys) {
            if (!states.isUsed(space.source(), key)) {
                states.use(space.source(), key);
                known.addUnmarked(space, key);
            }
        }
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

    /** Refuses to work on a table whose relationships are those of another table of the target. */
    static void requireTarget(Connection connection, KeySpace space) throws SQLException {
        Optional<String> target = TableNumbers.target(connection, space.source())
                .filter(table -> !table.equalsIgnoreCase(space.target().table()));
        if (target.isPresent()) {
            throw new ServerException(
                    ErrorCode.LOG_MISMATCH,
                    new SQLException("the rows of " + space.source() + " have keys of the target's table "
                            + target.get()
                            + ", and the pipeline file maps them to "
                            + space.target().table()
                            + ": write the former table there again; or, where it was renamed on the target, run UPDATE relationship_table"
                            + " SET target_table = '" + space.target().table() + "' WHERE source_table = '"
                            + space.source() + "' and UPDATE key_block SET target_table = '"
                            + space.target().table() + "' WHERE target_table = '" + target.get()
                            + "' in the log schema"));
        }
    }

    /** Reserves keys that are most likely new without a lookup, and looks up the others first. */
    private Map<String, Relationship> lookUpOrReserve(
            Connection connection, KeySpace space, Set<String> keys, KeyNeeds needs) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        Set<String> fresh = needs.fresh(space);
        Set<String> missing = new LinkedHashSet<>(keys);
        List<String> others = keys.stream().filter(key -> !fresh.contains(key)).toList();
        if (!others.isEmpty()) {
            all.putAll(newKeys.lookUp(connection, space.source(), others).newKeys());
            missing.removeAll(all.keySet());
        }
        if (!missing.isEmpty()) {
            all.putAll(reserve(connection, space, missing, needs.rows(space)));
        }
        Map<String, Relationship> relationships = new LinkedHashMap<>();
        all.forEach((key, newKey) -> relationships.put(key, new Relationship(newKey, null)));
        return relationships;
    }

    private Map<String, String> reserve(Connection connection, KeySpace space, Set<String> keys, Set<String> rows)
            throws SQLException {
        Reservation reservation =
                new Reservation(connection, space, blocks, newKeys, lengths, run -> states.use(space.source(), run));
        connection.setAutoCommit(false);
        try {
            Map<String, String> reserved = reservation.reserve(keys, rows);
            connection.commit();
            reservation.committed(numbers, states);
            return reserved;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Map<String, Relationship> lookUp(Connection connection, KeySpace space, Collection<String> oldKeys)
            throws SQLException {
        Map<String, String> found =
                newKeys.lookUp(connection, space.source(), oldKeys).newKeys();
        Map<String, State> known = states.lookUp(connection, space.source(), found.keySet());
        Map<String, Relationship> all = new LinkedHashMap<>();
        found.forEach((key, newKey) -> all.put(key, new Relationship(newKey, known.get(key))));
        return all;
    }

    @Override
    public Map<String, Relationship> find(KeySpace space, Collection<String> oldKeys) throws SQLException {
        return read(connection -> lookUp(connection, space, oldKeys));
    }

    @Override
    public Map<String, Owner> owners(KeySpace space, Collection<String> newKeys) throws SQLException {
        return read(connection -> KeyOwners.find(connection, space.target().table(), newKeys));
    }

    @Override
    public void adopt(KeySpace space, Map<String, String> adopted) throws SQLException {
        Map<String, String> own = Jdbc.callInTransaction(log, connection -> {
            KeyBlocks.lock(connection, space);
            int table = TableNumbers.make(connection, space);
            Map<String, String> free = new LinkedHashMap<>(adopted);
            free.values()
                    .removeAll(KeyOwners.find(connection, space.target().table(), adopted.values())
                            .keySet());
            free.keySet()
                    .removeAll(lookUp(connection, space, adopted.keySet()).entrySet().stream()
                            .filter(known -> known.getValue().isUsed())
                            .map(Map.Entry::getKey)
                            .toList());
            SingleRows.put(connection, table, free);
            Map<String, State> applied = new LinkedHashMap<>();
            free.keySet().forEach(key -> applied.put(key, State.APPLIED));
            StateRows.put(connection, table, KeyStates.words(applied));
            return free;
        });
        own.forEach((oldKey, newKey) -> {
            newKeys.changed(space.source(), oldKey);
            newKeys.keep(space.source(), oldKey, newKey);
            states.committed(space.source(), oldKey, State.APPLIED);
        });
    }

    @Override
    public List<KeyRange> appliedKeys(KeySpace space) throws SQLException {
        return newKeys(space, word -> word.states().live() & word.states().came());
    }

    @Override
    public List<KeyRange> usedKeys(KeySpace space) throws SQLException {
        return newKeys(space, word -> word.states().used());
    }

    private List<KeyRange> newKeys(KeySpace space, KeyPage.Choice choice) throws SQLException {
        return read(connection -> NewKeyRanges.of(connection, space.source(), choice));
    }

    @Override
    public List<RelationshipChange.Cascaded> cascaded(String targetTable) throws SQLException {
        return read(connection -> CascadedKeyRows.of(connection, targetTable));
    }

    /** Returns the rows of a table that the target has and a query does not list. */
    public List<KeyPairs> unlisted(TableName source, KeyQuery listed) throws SQLException {
        return read(connection -> UnlistedKeys.find(connection, source, listed));
    }

    private <T> T read(Jdbc.Query<T> query) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            return query.in(connection);
        }
    }

    /** Writes changes within a transaction of the log. {@link #committed} must be called after its commit. */
    public void write(Connection connection, List<RelationshipChange> changes) throws SQLException {
        new RelationshipWriter(connection, numbers).write(changes);
    }

    /** Updates what is in memory after these changes are durable. */
    public void committed(List<RelationshipChange> changes) {
        for (RelationshipChange change : changes) {
            if (change instanceof RelationshipChange.Used used) {
                used.oldKeys().forEach(key -> states.committed(used.space().source(), key, State.RESERVED));
            } else if (change instanceof RelationshipChange.Applied applied) {
                states.committed(applied.space().source(), applied.oldKey(), State.APPLIED);
            } else if (change instanceof RelationshipChange.Deleted deleted) {
                states.deleted(deleted.space().source(), deleted.oldKey());
            } else if (change instanceof RelationshipChange.Rekeyed rekeyed) {
                newKeys.changed(rekeyed.space().source(), rekeyed.oldKey());
                newKeys.changed(rekeyed.space().source(), rekeyed.changedKey());
                states.clear();
            } else if (change instanceof RelationshipChange.CascadeDeleted
                    || change instanceof RelationshipChange.Swept
                    || change instanceof RelationshipChange.Cleared) {
                states.clear();
            } else if (!(change instanceof RelationshipChange.Cascaded)) {
                forget();
            }
        }
    }

    @Override
    public void forget() {
        checked.clear();
        numbers.clear();
        newKeys.clear();
        states.clear();
    }
}
