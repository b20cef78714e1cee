package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.DeadRows;
import io.dataflowsync.dpu.relationship.KeyQuery;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Finds the dead letters of rows whose relationships are imported, and blocks their replay until the import is finished. */
public final class ImportedDeadLetters implements DeadRows {
    private static final String KEYS = "SELECT old_key FROM dead_letter"
            + " WHERE state = 'dead' AND schema_name = ? AND table_name = ? AND old_key IS NOT NULL";

    private static final String ASK =
            "UPDATE dead_letter SET asked = %s WHERE state = 'dead' AND schema_name = ? AND table_name = ? AND %s AND old_key IN (%s)";

    @Override
    public KeyQuery of(TableName table) {
        return new KeyQuery(KEYS, List.of(table.schema(), table.table()));
    }

    @Override
    public void block(Connection log, TableName table, KeyQuery rows) throws SQLException {
        run(log, ASK.formatted("'import'", "(asked IS NULL OR asked <> 'dismiss')", rows.sql()), table, rows);
    }

    @Override
    public void unblock(Connection log, TableName table, KeyQuery rows) throws SQLException {
        run(log, ASK.formatted("NULL", "asked = 'import'", rows.sql()), table, rows);
    }

    private static void run(Connection log, String sql, TableName table, KeyQuery rows) throws SQLException {
        Jdbc.update(log, sql, rows.valuesAfter(table.schema(), table.table()));
    }
}
