package io.dataflowsync.bench.scenario;

import java.util.List;

/**
 * A table of a workload; its key is {@code id}.
 *
 * @param create the statement that makes it, at both ends
 * @param columns those that come through as they are: no keys, no references
 * @param mark the text column that tells the first and the last row
 * @param markRow a statement that inserts a row with this mark, which stands in it as {@code ?}
 */
public record BenchTable(
        String name, String create, List<String> columns, List<Reference> references, String mark, String markRow) {

    /**
     * A column with another row's key.
     *
     * @param table whose
     * @param label the column of that table which tells its rows apart
     */
    public record Reference(String column, String table, String label) {}

    /** The row that tells that all before it has been written. */
    String marked(String text) {
        return markRow.replace("?", "'" + text + "'");
    }
}
