package io.dataflowsync.contract.preflight;

import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.SnapshotMode;
import io.dataflowsync.contract.event.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The look at tables of the source that a snapshot does not read as they were at its place in the binlog: those without transactions. A row
 * that is written meanwhile is in the snapshot and behind it, and without a primary key the two cannot be told to be one.
 */
final class UnfrozenTables {
    /** A table of these engines has no rows of its own. */
    private static final String WITHOUT_ROWS = "'MRG_MYISAM', 'BLACKHOLE'";

    private static final String KEYLESS = "SELECT t.TABLE_NAME, t.ENGINE FROM information_schema.TABLES t"
            + " JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE AND e.TRANSACTIONS = 'NO'"
            + " WHERE t.TABLE_SCHEMA = ? AND t.TABLE_TYPE = 'BASE TABLE' AND t.ENGINE NOT IN (" + WITHOUT_ROWS + ")"
            + " AND NOT EXISTS (SELECT 1 FROM information_schema.STATISTICS k WHERE k.TABLE_SCHEMA = t.TABLE_SCHEMA"
            + " AND k.TABLE_NAME = t.TABLE_NAME AND k.INDEX_NAME = 'PRIMARY') ORDER BY t.TABLE_NAME";

    private UnfrozenTables() {}

    static void check(Connection connection, Captured source, Findings findings) throws SQLException {
        PipelineConfig config = source.config();
        if (config.snapshot() == SnapshotMode.NEVER || config.startFrom().isPresent()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(KEYLESS)) {
            for (String schema : config.source().schemas()) {
                select.setString(1, schema);
                check(select, schema, source, findings);
            }
        }
    }

    private static void check(PreparedStatement select, String schema, Captured source, Findings findings)
            throws SQLException {
        List<TableName> captured = source.captured().map(table -> table.name()).toList();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                TableName table = new TableName(schema, rows.getString(1));
                if (captured.contains(table)) {
                    findings.add(
                            "dfs.snapshot",
                            "the table " + table + " has no primary key and no transactions (" + rows.getString(2)
                                    + "): rows that are written to it while the snapshot reads would come twice",
                            "give it a primary key, or run ALTER TABLE " + table
                                    + " ENGINE = InnoDB on the source; or write " + table.table()
                                    + ": { skip: true } under tables");
                }
            }
        }
    }
}
