package io.dataflowsync.dpu.execute;

import io.dataflowsync.dpu.statement.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Looks for rows on the target. */
public interface RowFinder {

    /** The keys that a query found for each of its numbers; none for a number that it found nothing for. */
    Map<Integer, List<String>> keys(SqlStatement query) throws SQLException;
}
