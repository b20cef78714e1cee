package io.dataflowsync.dpu.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import io.dataflowsync.servicekit.retry.Backoff;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final Backoff BACKOFF = Backoff.spread(Duration.ofMillis(100), Duration.ofMillis(100));

    private final Batch batch = batch(5, 9);
    private final BatchAttempt first = BatchAttempt.first(batch);

    private static Batch batch(long from, long to) {
        return new Batch(
                LongStream.rangeClosed(from, to)
                        .mapToObj(NextStepTest::received)
                        .toList(),
                "");
    }

    private static Received received(long offset) {
        return new Received(
                3,
                offset,
                1,
                Instant.EPOCH,
                "e" + offset,
                null,
                new Received.Unreadable("x", "no JSON", Instant.EPOCH));
    }

    private static List<Long> offsets(BatchAttempt attempt) {
        return attempt.batch().received().stream().map(Received::offset).toList();
    }

    @Test
    void aFailureThatMayPassIsRetriedAsAWholeAfterAPause() {
        NextStep next = NextStep.after(new SQLException("gone"), first, BACKOFF);

        assertThat(next).isInstanceOf(NextStep.Retry.class);
        assertThat(next.parts()).containsExactly(new BatchAttempt(batch, 1, 0, false));
        assertThat(next.pause()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(((NextStep.Retry) next).code()).isEqualTo(ErrorCode.LOG_AWAY);
    }

    @Test
    void theThirdAttemptAtALockSplitsTheEventsThatWaitForIt() {
        ServerException locked = new ServerException(ErrorCode.TARGET_LOCKED, new SQLException("lock wait"));
        BatchAttempt second = NextStep.after(locked, first, BACKOFF).parts().get(0);
        BatchAttempt third = NextStep.after(locked, second, BACKOFF).parts().get(0);

        assertThat(List.of(first.lockedFailAlone(), second.lockedFailAlone(), third.lockedFailAlone()))
                .containsExactly(false, false, true);
        assertThat(third).isEqualTo(new BatchAttempt(batch, 2, 2, false));
    }

    @Test
    void lanesThatAreApartAreLookedAtAgainSoonWithoutAReplay() {
        ServerException apart = new ServerException(ErrorCode.LANES_APART, new SQLException("lane 1 is at 3"));
        NextStep next = NextStep.after(apart, first, BACKOFF);

        assertThat(next.parts()).containsExactly(new BatchAttempt(batch, 1, 0, true));
        assertThat(next.pause()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void whatComesBeforeTheHaltedEventIsAppliedFirst() {
        LaneHaltedException halted = new LaneHaltedException(ErrorCode.TARGET_MISFIT, 7, "id", "no column");
        NextStep next = NextStep.after(halted, first.failedWith(ErrorCode.TARGET_LOCKED), BACKOFF);

        assertThat(next).isInstanceOf(NextStep.Split.class);
        assertThat(next.pause()).isZero();
        assertThat(next.parts()).hasSize(2);
        BatchAttempt later = next.parts().get(0);
        BatchAttempt before = next.parts().get(1);
        assertThat(offsets(before)).containsExactly(5L, 6L);
        assertThat(before.isRepeated()).isFalse();
        assertThat(offsets(later)).containsExactly(7L, 8L, 9L);
        assertThat(later.failures()).isEqualTo(2);
        assertThat(later.lockWaits()).isEqualTo(1);
    }

    @Test
    void aLaneIsHaltedBeforeTheFirstEventOfABatch() {
        LaneHaltedException halted = new LaneHaltedException(ErrorCode.TARGET_MISFIT, 5, "id", "no column");
        NextStep next = NextStep.after(halted, first, BACKOFF);

        assertThat(next)
                .isEqualTo(new NextStep.Halt(
                        List.of(new BatchAttempt(batch, 1, 0, false)), Duration.ofSeconds(2), halted));
    }

    @Test
    void anotherOwnerEndsIt() {
        FencedException fenced = new FencedException(3, 4);

        assertThat(NextStep.after(fenced, first, BACKOFF)).isEqualTo(new NextStep.Fenced(fenced));
        assertThat(new NextStep.Fenced(fenced).parts()).isEmpty();
    }
}
