package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.log.FormerTables.Move;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads the table {@code former_table}: the names that tables of the source do not have any more. */
final class FormerTableRows {
    private static final String NOTE =
            "INSERT INTO former_table (schema_name, table_name, later_schema, later_table, last_logged)"
                    + " SELECT ?, ?, ?, ?, COALESCE(MAX(id), 0) FROM dpu_log";

    private static final String MOVES =
            "SELECT schema_name, table_name, later_schema, later_table, last_logged FROM former_table ORDER BY id";

    private FormerTableRows() {}

    /** Notes the tables that were renamed or dropped, in the transaction that logs these changes. */
    static void note(Connection connection, List<RelationshipChange> changes) throws SQLException {
        for (RelationshipChange change : changes) {
            if (change instanceof RelationshipChange.Renamed renamed) {
                note(connection, renamed.space().source(), renamed.to());
            } else if (change instanceof RelationshipChange.Dropped dropped) {
                note(connection, dropped.space().source(), null);
            }
        }
    }

    /** Records which table the rows belong to that the log has under this name up to now. */
    private static void note(Connection connection, TableName table, @Nullable TableName later) throws SQLException {
        Jdbc.update(
                connection,
                NOTE,
                table.schema(),
                table.table(),
                later == null ? null : later.schema(),
                later == null ? null : later.table());
    }

    static FormerTables read(Connection connection) throws SQLException {
        return new FormerTables(Jdbc.query(connection, MOVES, FormerTableRows::move));
    }

    private static Move move(ResultSet row) throws SQLException {
        String later = row.getString(4);
        return new Move(
                new TableName(row.getString(1), row.getString(2)),
                later == null ? null : new TableName(row.getString(3), later),
                row.getLong(5));
    }
}
