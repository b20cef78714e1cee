package io.dataflowsync.dpu.statement;

import java.util.List;

/**
 * What an event has to do on the target.
 *
 * @param statements in order; none where there is nothing to do
 * @param touches what it must not overtake
 */
public record Work(List<Statement> statements, Touches touches) {

    /** Of an event that keeps its place among all others. */
    public static Work inPlace(List<Statement> statements) {
        return new Work(statements, Touches.EVERYTHING);
    }

    /** Whether it may find another place. */
    boolean isMovable() {
        return touches != Touches.EVERYTHING
                && statements.size() == 1
                && statements.get(0).shape() != null;
    }
}
