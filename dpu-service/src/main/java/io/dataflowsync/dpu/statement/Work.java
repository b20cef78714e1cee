package io.dataflowsync.dpu.statement;

import java.util.List;

/**
 * What an event has to do on the target.
 *
 * @param statements in order; none where there is nothing to do
 * @param touches what it must not overtake
 */
public record Work(List<SqlStatement> statements, ConflictKeys touches) {

    /** Of an event that keeps its place among all others. */
    public static Work inPlace(List<SqlStatement> statements) {
        return new Work(statements, ConflictKeys.EVERYTHING);
    }

    /** Whether it may find another place. */
    boolean isMovable() {
        return touches != ConflictKeys.EVERYTHING
                && statements.size() == 1
                && statements.get(0).shape() != null;
    }
}
