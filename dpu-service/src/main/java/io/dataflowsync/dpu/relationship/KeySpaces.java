package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the key space of a table, and the columns that refer to its new keys. */
public interface KeySpaces {

    /** @throws IllegalArgumentException if the table has no new keys of its own on the target; the message gives the reason */
    KeySpace of(TableName table);

    /**
     * Lists the columns of the target that refer to the new keys of a table, as far as the definitions of the source's tables are known.
     * References within JSON documents are not included.
     */
    List<Referring> referring(KeySpace space);

    /**
     * A column that refers to keys.
     *
     * @param by the other column of the row whose value names the table that is referred to; null if there is none
     * @param byValue the value of that column for the table of the keys; null if there is no such column
     * @param clocked the columns of the table with ON UPDATE CURRENT_TIMESTAMP on the target
     * @param ofKey whether the column is part of the key of its table, and that table has no new keys
     */
    record Referring(
            TableName table,
            String column,
            @Nullable String by,
            @Nullable String byValue,
            List<String> clocked,
            boolean ofKey) {}
}
