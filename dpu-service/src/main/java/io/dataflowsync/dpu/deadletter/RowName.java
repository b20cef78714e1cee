package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.table.TableName;

/**
 * A row of the source, by what tells it apart, or by another key by which rows refer to it.
 *
 * @param key its key as the logs have it, or a digest of the whole row where it has none
 */
public record RowName(TableName table, String key) {
    /** No key's text is empty. */
    private static final String ANY = "";

    /** Some row of a table, which is not known. */
    public static RowName any(TableName table) {
        return new RowName(table, ANY);
    }

    public boolean isAny() {
        return key.equals(ANY);
    }
}
