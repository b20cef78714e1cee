package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.table.TableName;

/**
 * Identifies a row of the source, by its primary key or by another key by which rows refer to it.
 *
 * @param key its key as the logs have it, or a digest of the whole row if it has none
 */
public record RowName(TableName table, String key) {
    /** Stands for any row: the text of a key is never empty. */
    private static final String ANY = "";

    /** Returns the name of a row of a table that is not known. */
    public static RowName any(TableName table) {
        return new RowName(table, ANY);
    }

    public boolean isAny() {
        return key.equals(ANY);
    }
}
