package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.EventCounts;
import java.util.List;
import java.util.Map;

/**
 * The result of a fire.
 *
 * @param faults how often each fault happened
 * @param transactions the number of transactions of the shop on the source
 * @param ownTransactions the number of transactions of the target's own application
 * @param looks how often the target was checked during the faults
 * @param rows how many rows were compared
 * @param violations every broken promise
 */
public record FireReport(
        long seed,
        Map<String, Integer> faults,
        long transactions,
        long ownTransactions,
        EventCounts figures,
        long looks,
        long rows,
        List<Violation> violations) {

    public long count(Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    public boolean isClean() {
        return violations.isEmpty();
    }
}
