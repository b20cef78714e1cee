package io.dataflowsync.sandbox.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a fuzz went.
 *
 * @param statements that the source took
 * @param definitions of these, how many changed tables
 * @param rows that were compared
 * @param stops how often DFS stopped, by code
 * @param untold rounds without a comparison, since MySQL's own replication stopped
 * @param silent differences of rounds in which DFS stopped for nothing, a line each
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
