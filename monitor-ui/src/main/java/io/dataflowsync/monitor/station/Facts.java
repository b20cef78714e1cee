package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.watch.ServerView;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known at one moment.
 *
 * @param log the MariaDB of the logs, as the monitor itself finds it
 * @param flow what moved in the last seconds
 * @param deadLetters how many wait for a decision; 0 where nobody knows
 */
public record Facts(
        Instant now, Heard<CdcStatus> cdc, Heard<DpuStatus> dpu, ServerView log, Flow flow, long deadLetters) {

    /** Whether events were captured and applied in the last seconds. */
    public record Flow(boolean captured, boolean applied) {
        public static final Flow NONE = new Flow(false, false);
    }

    /** What cdc-service says, where it said it lately. */
    Optional<CdcStatus> freshCdc() {
        return fresh(cdc);
    }

    /** What dpu-service says, where it said it lately. */
    Optional<DpuStatus> freshDpu() {
        return fresh(dpu);
    }

    private <T> Optional<T> fresh(Heard<T> heard) {
        return heard instanceof Heard.Answer<T> answer && answer.isFresh(now)
                ? Optional.of(answer.status())
                : Optional.empty();
    }
}
