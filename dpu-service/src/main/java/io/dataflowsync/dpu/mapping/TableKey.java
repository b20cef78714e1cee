package io.dataflowsync.dpu.mapping;

import io.dataflowsync.dpu.relationship.KeySpace;
import java.util.List;
import java.util.Optional;

/**
 * Says how the rows of a table are identified on the topic and on the target.
 *
 * @param columns the names on the topic of the columns that identify a row; empty if only the whole row does. That is also so if the target
 *     computes the key from columns that have other values there
 * @param rekeyed whether the table has had another key before: records of its rows by their former keys are not valid for this one
 * @param newKeys the key space of the table, if its rows get new keys
 * @param adopt the names on the topic of the columns by which an existing row of the target is adopted
 */
public record TableKey(List<String> columns, boolean rekeyed, Optional<KeySpace> newKeys, List<String> adopt) {

    /** Whether only the whole row identifies a row. */
    public boolean isWholeRow() {
        return columns.isEmpty();
    }

    /** Whether it is the source's key column itself, whose value on the target never changes. */
    boolean isOwn(String name) {
        return newKeys.isPresent() && columns.contains(name);
    }

    /** Whether rows are found by a column on the topic. */
    boolean finds(String name) {
        return columns.isEmpty() || columns.contains(name);
    }
}
