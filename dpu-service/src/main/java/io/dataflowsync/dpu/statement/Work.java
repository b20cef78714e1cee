package io.dataflowsync.dpu.statement;

import java.util.List;

/**
 * Holds the statements that apply one event to the target.
 *
 * @param statements the statements, in order; none if there is nothing to do
 * @param conflictKeys the keys by which conflicts with other events are found
 */
public record Work(List<SqlStatement> statements, ConflictKeys conflictKeys) {

    /** Work of an event that keeps its place among all other events. */
    public static Work inPlace(List<SqlStatement> statements) {
        return new Work(statements, ConflictKeys.EVERYTHING);
    }

    /** Whether the event may change its place among the others. */
    boolean isMovable() {
        return conflictKeys != ConflictKeys.EVERYTHING
                && statements.size() == 1
                && statements.get(0).shape() != null;
    }
}
