package io.dataflowsync.dpu.relationship;

import io.dataflowsync.dpu.relationship.Relationship.State;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads relationships for the API: one by its old or new key, or all of them, without a limit of their number. Keys that are only reserved
 * ahead are no relationships yet.
 */
public final class RelationshipReader {
    private static final String TABLES = "SELECT table_no, source_table, target_table FROM relationship_table ";

    private static final Pattern KEY = Pattern.compile("-?[0-9]{1,20}");

    private final DataSource log;

    public RelationshipReader(DataSource log) {
        this.log = log;
    }

    /** Receives relationships, in order. */
    public interface Taker {
        void take(RelationshipRow row) throws IOException;
    }

    /** A source table that has relationships. */
    private record Table(int number, String source, String target) {
        RelationshipRow row(BigInteger oldKey, BigInteger newKey, State state) {
            return new RelationshipRow(source, oldKey.toString(), target, newKey.toString(), state.word());
        }
    }

    /** @param sourceTable {@code schema.table} */
    public Optional<RelationshipRow> byOldKey(String sourceTable, String oldKey) throws SQLException {
        if (!KEY.matcher(oldKey).matches()) {
            return Optional.empty();
        }
        try (Connection connection = log.getConnection()) {
            Optional<Table> table = tables(connection, sourceTable).stream().findFirst();
            return table.isEmpty() ? Optional.empty() : byOldKey(connection, table.get(), new BigInteger(oldKey));
        }
    }

    private static Optional<RelationshipRow> byOldKey(Connection connection, Table table, BigInteger oldKey)
            throws SQLException {
        String key = oldKey.toString();
        String newKey = KeyLookup.read(connection, table.number(), key);
        long word = KeyText.word(key);
        State state = StateRows.find(connection, table.number(), List.of(word))
                .getOrDefault(word, StateWord.NONE)
                .state(KeyText.bit(key));
        return newKey == null || state == State.AHEAD
                ? Optional.empty()
                : Optional.of(table.row(oldKey, new BigInteger(newKey), state));
    }

    /** Finds a relationship by its new key. All rows of a source table are in one table of the target. */
    public Optional<RelationshipRow> byNewKey(String sourceTable, String newKey) throws SQLException {
        if (!KEY.matcher(newKey).matches()) {
            return Optional.empty();
        }
        String key = new BigInteger(newKey).toString();
        try (Connection connection = log.getConnection()) {
            for (Table table : tables(connection, sourceTable)) {
                Map<String, String> oldKeys = KeyOwners.oldKeys(connection, table.number(), List.of(key));
                if (oldKeys.containsKey(key)) {
                    // An old key that has left its run has another new key by now.
                    return byOldKey(connection, table, new BigInteger(oldKeys.get(key)))
                            .filter(row -> row.newKey().equals(key));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads all relationships as they are at one moment, by table and old key. It reads page by page, so that a slow receiver blocks no
     * other reader or writer.
     *
     * @param sourceTable null for all tables
     */
    public void each(@Nullable String sourceTable, Taker taker) throws SQLException, IOException {
        try (Connection connection = log.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                for (Table table : tables(connection, sourceTable)) {
                    KeyPage.forEach(
                            connection,
                            table.number(),
                            page -> page.forEachKey(
                                    word -> word.states().used(),
                                    (oldKey, newKey, state) -> taker.take(table.row(oldKey, newKey, state))));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<Table> tables(Connection connection, @Nullable String sourceTable) throws SQLException {
        Jdbc.RowReader<Table> table = row -> new Table(row.getInt(1), row.getString(2), row.getString(3));
        return sourceTable == null
                ? Jdbc.query(connection, TABLES + "ORDER BY source_table", table)
                : Jdbc.query(connection, TABLES + "WHERE source_table = ?", table, sourceTable);
    }
}
