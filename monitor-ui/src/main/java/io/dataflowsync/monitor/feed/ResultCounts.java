package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.Totals;

/**
 * The numbers of events by their result in dpu-service.
 *
 * @param waiting the events held by a dead letter
 */
public record ResultCounts(long applied, long skipped, long dead, long waiting, long dismissed) {

    static ResultCounts of(Totals totals) {
        return new ResultCounts(
                totals.doneEvents("applied"),
                totals.doneEvents("skipped"),
                totals.doneEvents("dead"),
                totals.doneEvents("waiting"),
                totals.doneEvents("dismissed"));
    }
}
