package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which keys the rows of a table get, and who refers to them. */
public interface KeySpaces {

    /** @throws IllegalArgumentException where it has no keys of its own on the target: says why */
    KeySpace of(TableName table);

    /** The columns of the target that refer to the new keys of a table, as far as the source has told its tables; none within JSON. */
    List<Referring> referring(KeySpace space);

    /**
     * A column that refers to keys.
     *
     * @param by the column that tells which table is meant, where another one does
     * @param byValue its value for this one
     * @param clocked the columns of its table into which the target writes its clock
     * @param ofKey whether rows of its table are told apart by it, and by no new key
     */
    record Referring(
            TableName table,
            String column,
            @Nullable String by,
            @Nullable String byValue,
            List<String> clocked,
            boolean ofKey) {}
}
