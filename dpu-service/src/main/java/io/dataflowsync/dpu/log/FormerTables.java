package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names under which {@code dpu_log} has the rows of a table: it has each event under the name that the table had then.
 *
 * @param moves in the order in which they were made
 */
record FormerTables(List<Move> moves) {

    /**
     * A name that a table does not have any more.
     *
     * @param later the name that it got; null if the table is gone
     * @param lastLogged the last row of {@code dpu_log} before that
     */
    record Move(TableName name, @Nullable TableName later, long lastLogged) {}

    /**
     * Rows of {@code dpu_log}: those of a name, after the first number and up to the last.
     *
     * @param after excluded
     * @param last included
     */
    record Span(TableName name, long after, long last) {}

    /** Returns the rows of the table that has this name now, the newest first. */
    List<Span> spans(TableName now) {
        List<Span> spans = new ArrayList<>();
        TableName name = now;
        int before = moves.size();
        long last = Long.MAX_VALUE;
        while (true) {
            TableName at = name;
            int left = last(before, move -> move.name().equals(at));
            spans.add(new Span(name, left < 0 ? 0 : moves.get(left).lastLogged(), last));
            int came = last(before, move -> at.equals(move.later()));
            if (came < 0 || came < left) {
                return spans;
            }
            name = moves.get(came).name();
            last = Math.min(last, moves.get(came).lastLogged());
            before = came;
        }
    }

    /** Returns the last matching move before a number; -1 for none. */
    private int last(int before, Predicate<Move> such) {
        for (int i = before - 1; i >= 0; i--) {
            if (such.test(moves.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
