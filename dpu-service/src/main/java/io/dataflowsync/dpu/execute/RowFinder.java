package io.dataflowsync.dpu.execute;

import io.dataflowsync.dpu.statement.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Looks for rows on the target. */
public interface RowFinder {

    /** Runs a query and returns the keys that it found, by the numbers in it; a number without a key is left out. */
    Map<Integer, List<String>> keys(SqlStatement query) throws SQLException;
}
