package io.dataflowsync.bench.scenario;

import java.util.List;

/**
 * A table of a workload; its key is {@code id}.
 *
 * @param create the statement that makes it, at both ends
 * @param columns the columns that stay the same on the target: no keys, no references
 * @param mark the text column that identifies the first and the last row
 * @param markRow a statement that inserts a row with this mark, which is a {@code ?} in it
 */
public record BenchTable(
        String name, String create, List<String> columns, List<Reference> references, String mark, String markRow) {

    /**
     * A column with another row's key.
     *
     * @param table the table of that row
     * @param label the column of that table that identifies its rows
     */
    public record Reference(String column, String table, String label) {}

    /** The statement for a row whose arrival shows that everything before it has been written. */
    String marked(String text) {
        return markRow.replace("?", "'" + text + "'");
    }
}
