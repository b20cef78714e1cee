package io.dataflowsync.sandbox.demo;

import io.dataflowsync.verify.RowDifference;
import io.dataflowsync.verify.Verification;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a demo.
 *
 * @param figures the events
 * @param verification the result of the comparison
 */
public record Report(EventCounts figures, Verification verification) {

    public long captured() {
        return figures.captured();
    }

    public long applied() {
        return figures.applied();
    }

    public long failed() {
        return figures.dead();
    }

    /** How many rows were compared. */
    public long rows() {
        return verification.rows();
    }

    public List<RowDifference> differences() {
        return verification.differences();
    }

    /** Whether every event was applied, no event waits, and the target was compared and is as it should be. */
    public boolean isClean() {
        return figures.isDrained() && failed() == 0 && figures.waiting() == 0 && verification.isClean();
    }

    /** The other findings of the comparison, in addition to rows and differences, a line each; may be empty. */
    public List<String> remarks() {
        List<String> lines = new ArrayList<>();
        if (verification.unrelated() > 0) {
            lines.add(verification.unrelated() + " rows have no relationship");
        }
        if (verification.toNowhere() > 0) {
            lines.add(verification.toNowhere() + " references of the source name a row that it does not have");
        }
        verification.uncompared().forEach(what -> lines.add("not compared: " + what));
        lines.addAll(verification.remarks());
        verification.nothingCompared().ifPresent(lines::add);
        return lines;
    }
}
