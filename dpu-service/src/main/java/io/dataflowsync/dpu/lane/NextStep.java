package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import io.dataflowsync.servicekit.retry.Backoff;
import java.time.Duration;
import java.util.List;

/** How a lane goes on after a batch failed. {@link #after} decides it from the failure and the earlier ones alone. */
sealed interface NextStep {
    /** The attempts that are made next; the last one is made first. */
    List<BatchAttempt> parts();

    /** The time that the lane waits before that; an operator can end the wait. */
    default Duration pause() {
        return Duration.ZERO;
    }

    /** The same batch is tried again, since the failure may pass. */
    record Retry(List<BatchAttempt> parts, Duration pause, ErrorCode code) implements NextStep {}

    /** The events before the one that must not be applied are applied first. */
    record Split(List<BatchAttempt> parts) implements NextStep {}

    /** The lane stands before the first event of the batch, and looks from time to time whether the reason is gone. */
    record Halt(List<BatchAttempt> parts, Duration pause, LaneHaltedException reason) implements NextStep {}

    /** Another owner has the lane. */
    record Fenced(FencedException reason) implements NextStep {
        @Override
        public List<BatchAttempt> parts() {
            return List.of();
        }
    }

    Duration HALTED_FOR = Duration.ofSeconds(2);
    /**
     * While lanes wait for each other at a statement, this lane looks again soon. In the meantime no event from before the statement may be
     * applied, because the other lanes rely on this one.
     */
    Duration APART_FOR = Duration.ofMillis(250);

    static NextStep after(Exception failure, BatchAttempt attempt, Backoff backoff) {
        if (failure instanceof FencedException fenced) {
            return new Fenced(fenced);
        }
        if (failure instanceof LaneHaltedException halted) {
            long offset = halted.offset();
            return offset > attempt.batch().first().offset()
                    ? new Split(List.of(
                            attempt.from(offset),
                            BatchAttempt.first(attempt.batch().before(offset))))
                    : new Halt(List.of(attempt.failedWith(halted.code())), HALTED_FOR, halted);
        }
        ErrorCode code = LaneFailures.code(failure);
        BatchAttempt again = attempt.failedWith(code);
        return new Retry(List.of(again), again.apart() ? APART_FOR : backoff.after(again.failures()), code);
    }
}
