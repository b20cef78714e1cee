package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads relationships for the API: one by its old or new key, or all of them, without a limit of their number. */
public final class RelationshipReader {
    private static final String SELECT =
            "SELECT source_table, old_key, target_table, new_key, state, CAST(changed_at AS CHAR) FROM relationship ";
    private static final int PAGE = 10_000;

    private final DataSource log;

    public RelationshipReader(DataSource log) {
        this.log = log;
    }

    /** Receives relationships, in order. */
    public interface Taker {
        void take(RelationshipRow row) throws IOException;
    }

    /** @param sourceTable {@code schema.table} */
    public Optional<RelationshipRow> byOldKey(String sourceTable, String oldKey) throws SQLException {
        try (Connection connection = log.getConnection()) {
            return one(select(connection, SELECT + "WHERE source_table = ? AND old_key = ?", sourceTable, oldKey));
        }
    }

    /**
     * Finds a relationship by its new key. All rows of a source table are in one table of the target, so any relationship of it names that
     * table.
     */
    public Optional<RelationshipRow> byNewKey(String sourceTable, String newKey) throws SQLException {
        try (Connection connection = log.getConnection()) {
            Optional<RelationshipRow> any =
                    one(select(connection, SELECT + "WHERE source_table = ? LIMIT 1", sourceTable));
            return any.isEmpty()
                    ? any
                    : one(select(
                            connection,
                            SELECT + "WHERE target_table = ? AND new_key = ? AND source_table = ?",
                            any.get().targetTable(),
                            newKey,
                            sourceTable));
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
                String table = sourceTable == null ? "" : sourceTable;
                List<RelationshipRow> page = page(connection, sourceTable, table, "");
                while (!page.isEmpty()) {
                    for (RelationshipRow row : page) {
                        taker.take(row);
                    }
                    RelationshipRow last = page.get(page.size() - 1);
                    page = page(connection, sourceTable, last.sourceTable(), last.oldKey());
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<RelationshipRow> page(
            Connection connection, @Nullable String only, String afterTable, String afterKey) throws SQLException {
        List<RelationshipRow> rows = select(
                connection,
                SELECT + "WHERE source_table = ? AND old_key > ? ORDER BY source_table, old_key LIMIT " + PAGE,
                afterTable,
                afterKey);
        return rows.isEmpty() && only == null
                ? select(
                        connection,
                        SELECT + "WHERE source_table > ? ORDER BY source_table, old_key LIMIT " + PAGE,
                        afterTable)
                : rows;
    }

    private static Optional<RelationshipRow> one(List<RelationshipRow> rows) {
        return rows.stream().findFirst();
    }

    private static List<RelationshipRow> select(Connection connection, String sql, String... values)
            throws SQLException {
        return Jdbc.query(
                connection,
                sql,
                row -> new RelationshipRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                (Object[]) values);
    }
}
