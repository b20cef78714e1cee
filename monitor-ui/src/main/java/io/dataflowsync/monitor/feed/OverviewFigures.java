package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dataflowsync.monitor.log.LaneProgress;
import io.dataflowsync.monitor.log.NewestEvents;
import io.dataflowsync.monitor.log.OpenLetters;
import io.dataflowsync.monitor.log.Totals;
import java.time.Instant;
import java.util.List;

/**
 * The figures of the overview. In their JSON the fields of the backlog and of the results stand next to the others.
 *
 * @param letters the dead letters that are not settled
 */
public record OverviewFigures(
        Instant at,
        @JsonUnwrapped Backlog backlog,
        Rates rates,
        double capturedRate,
        long captured,
        @JsonUnwrapped ResultCounts results,
        OpenLetters letters,
        NewestEvents newest,
        List<LaneProgress> lanes) {

    static OverviewFigures of(
            Instant at,
            Totals totals,
            Rates rates,
            OpenLetters letters,
            NewestEvents newest,
            List<LaneProgress> lanes) {
        return new OverviewFigures(
                at,
                Backlog.of(at, totals.queueLength(), rates, newest),
                rates,
                rates.captured(),
                totals.capturedEvents(),
                ResultCounts.of(totals),
                letters,
                newest,
                lanes);
    }
}
