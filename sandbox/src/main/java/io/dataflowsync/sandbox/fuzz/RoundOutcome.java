package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.compare.ReplicaDifference;
import java.util.List;

/**
 * What came of a round.
 *
 * @param steps all that was run, so that it can be run again
 * @param stops what DFS did not go on with, and said so
 * @param differences what it has otherwise than MySQL's own replica
 * @param log what DFS did with each event, a line each, where it has stops or differences
 * @param untold why there is no comparison, where MySQL's own replication stopped; else empty
 */
record RoundOutcome(
        RoundSteps steps,
        Written written,
        List<Stop> stops,
        List<ReplicaDifference> differences,
        long rows,
        List<String> log,
        String untold) {

    /**
     * How much was written.
     *
     * @param statements that the source took
     * @param refused that it did not take
     * @param definitions of the statements, how many changed tables
     */
    record Written(int statements, int refused, int definitions) {}

    /** Whether it has differences that nothing was said about: a stop explains the differences behind it. */
    boolean isSilentlyWrong() {
        return stops.isEmpty() && !differences.isEmpty();
    }
}
