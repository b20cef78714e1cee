package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The rows of the source that are dead letters: an import may replace their reserved keys.
 *
 * <p>Everything is done in the transaction of the import, on its connection.
 */
public interface DeadRows {

    /** Returns the query of the old keys of a table's rows that are dead letters. */
    KeyQuery of(TableName table);

    /** Blocks the replay of the dead letters of these rows. A dismissal that an operator has asked for is still done. */
    void block(Connection log, TableName table, KeyQuery rows) throws SQLException;

    /** Allows the replay of the dead letters of these rows again. */
    void unblock(Connection log, TableName table, KeyQuery rows) throws SQLException;
}
