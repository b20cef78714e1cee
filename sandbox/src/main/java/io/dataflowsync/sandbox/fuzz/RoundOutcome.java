package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.compare.ReplicaDifference;
import io.dataflowsync.sandbox.fuzz.shrink.RoundSteps;
import java.util.List;

/**
 * The result of a round.
 *
 * @param steps all steps that were run, so that they can be run again
 * @param stops the stops that DFS reported
 * @param differences the differences between DFS's target and MySQL's own replica
 * @param log how DFS handled each event, a line each; only if there are stops or differences
 * @param untold the reason why there is no comparison, if MySQL's own replication stopped; otherwise empty
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
     * The numbers of statements.
     *
     * @param statements those that the source accepted
     * @param refused those that it refused
     * @param definitions how many of the accepted ones changed tables
     */
    record Written(int statements, int refused, int definitions) {}

    /** Whether there are differences without a report: after a stop, differences are explained by it. */
    boolean isSilentlyWrong() {
        return stops.isEmpty() && !differences.isEmpty();
    }
}
