package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.status.ServerView;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts at one moment, from which the stations are derived.
 *
 * @param log the MariaDB of the logs, as the monitor itself sees it
 * @param flow the flow of events in the last seconds
 * @param deadLetters the number of dead letters that wait for a decision; 0 if it is not known
 */
public record Facts(
        Instant now, Heard<CdcStatus> cdc, Heard<DpuStatus> dpu, ServerView log, Flow flow, long deadLetters) {

    /** Whether events were captured and applied in the last seconds. */
    public record Flow(boolean captured, boolean applied) {
        public static final Flow NONE = new Flow(false, false);
    }

    /** The status of cdc-service; empty if it is too old or there is none. */
    Optional<CdcStatus> freshCdc() {
        return fresh(cdc);
    }

    /** The status of dpu-service; empty if it is too old or there is none. */
    Optional<DpuStatus> freshDpu() {
        return fresh(dpu);
    }

    private <T> Optional<T> fresh(Heard<T> heard) {
        return heard instanceof Heard.Answer<T> answer && answer.isFresh(now)
                ? Optional.of(answer.status())
                : Optional.empty();
    }
}
