package io.dataflowsync.sandbox.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The result of a fuzz run.
 *
 * @param statements the number of statements that the source accepted
 * @param definitions how many of these changed tables
 * @param rows the number of rows that were compared
 * @param stops how often DFS stopped, by code
 * @param untold the number of rounds without a comparison, since MySQL's own replication stopped
 * @param silent the differences of rounds in which DFS did not stop, a line each
 */
public record FuzzReport(
        long seed,
        int rounds,
        long statements,
        long refused,
        long definitions,
        long rows,
        Map<String, Integer> stops,
        int untold,
        List<String> silent) {

    /** The stops that are a failure, by code. */
    public Map<String, Integer> stopsBut(Set<String> allowed) {
        Map<String, Integer> others = new TreeMap<>(stops);
        others.keySet().removeAll(allowed);
        return others;
    }
}
