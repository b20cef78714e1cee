package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the tables of the source without transactions. A snapshot has a place in the binlog, and reads them later than the place that it
 * stands for. A row that is written in the meantime is in the snapshot and also in the binlog after it. Without a primary key, the two
 * copies cannot be recognized as one row.
 */
public final class UnfrozenTables {
    /** Engines whose tables have no rows of their own. */
    private static final String WITHOUT_ROWS = "'MRG_MYISAM', 'BLACKHOLE'";

    private static final String KEYLESS = "SELECT t.TABLE_NAME, t.ENGINE FROM information_schema.TABLES t"
            + " JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE AND e.TRANSACTIONS = 'NO'"
            + " WHERE t.TABLE_SCHEMA = ? AND t.TABLE_TYPE = 'BASE TABLE' AND t.ENGINE NOT IN (" + WITHOUT_ROWS + ")"
            + " AND NOT EXISTS (SELECT 1 FROM information_schema.STATISTICS k WHERE k.TABLE_SCHEMA = t.TABLE_SCHEMA"
            + " AND k.TABLE_NAME = t.TABLE_NAME AND k.INDEX_NAME = 'PRIMARY') ORDER BY t.TABLE_NAME";

    private UnfrozenTables() {}

    /** Returns those tables of these schemas without a primary key, and the engine of each. */
    public static Map<TableName, String> keyless(Connection connection, Collection<String> schemas)
            throws SQLException {
        Map<TableName, String> engines = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEYLESS)) {
            for (String schema : schemas) {
                select.setString(1, schema);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        engines.put(new TableName(schema, rows.getString(1)), rows.getString(2));
                    }
                }
            }
        }
        return engines;
    }

    static void check(Connection connection, Captured source, Findings findings) throws SQLException {
        PipelineConfig config = source.config();
        if (config.start().snapshot() == SnapshotMode.NEVER
                || config.start().from().isPresent()) {
            return;
        }
        List<TableName> captured = source.captured().map(TableDefinition::name).toList();
        keyless(connection, config.source().schemas()).forEach((table, engine) -> {
            if (captured.contains(table)) {
                findings.add("dfs.snapshot", what(table, engine), fix(table));
            }
        });
    }

    /** Describes the problem of a table. */
    public static String what(TableName table, String engine) {
        return "the table " + table + " has no primary key and no transactions (" + engine
                + "): rows that are written to it while the snapshot reads would come twice";
    }

    /** Describes the fix. */
    public static String fix(TableName table) {
        return "give it a primary key, or run ALTER TABLE " + table + " ENGINE = InnoDB on the source; or write "
                + table.table() + ": { skip: true } under tables";
    }
}
