package io.dataflowsync.dpu.lane;

import static io.dataflowsync.dpu.TestEvents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.TestPolls;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Batch;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.plan.PlannedBatch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverlapTest {
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Lane lane = new Lane(0, new Checkpoint(-1, 1, null, -1), -1);
    private final Steps steps = new Steps();
    private final Overlap overlap = new Overlap(steps, workers, 1 << 20);

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    /** Notes each step, {@code execute 2}; fails at some, and lets some wait for others. */
    private static final class Steps implements Overlap.Stages {
        private final Queue<String> done = new ConcurrentLinkedQueue<>();
        private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
        private final Map<String, String> waits = new ConcurrentHashMap<>();
        private final Map<String, CountDownLatch> begun = new ConcurrentHashMap<>();

        @Override
        public boolean mayOverlap(Batch ahead, Batch batch) {
            return batch.first().offset() != 4;
        }

        @Override
        public LaneWork.Prepared prepare(Batch batch) throws SQLException {
            step("prepare", batch);
            return new LaneWork.Prepared(batch, new PlannedBatch(List.of(), List.of()), 0);
        }

        @Override
        public List<Result> execute(Lane lane, LaneWork.Prepared prepared) throws SQLException {
            step("execute", prepared.batch());
            return List.of(Result.APPLIED);
        }

        @Override
        public void record(Lane lane, LaneWork.Prepared prepared, List<Result> results) throws SQLException {
            step("record", prepared.batch());
        }

        private void step(String what, Batch batch) throws SQLException {
            String step = what + " " + batch.first().offset();
            latch(step).countDown();
            String other = waits.get(step);
            if (other != null) {
                try {
                    latch(other).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            Throwable failure = failures.get(step);
            if (failure instanceof SQLException e) {
                throw e;
            } else if (failure instanceof Error e) {
                throw e;
            }
            done.add(step);
        }

        private CountDownLatch latch(String step) {
            return begun.computeIfAbsent(step, s -> new CountDownLatch(1));
        }
    }

    private BatchQueue batches(int count) {
        return batches(lane, 0, count);
    }

    /** Batches of one event each, in parts of two. */
    private static BatchQueue batches(Lane lane, int first, int count) {
        ChangeEvent event = new TestEvents().insert(TestTables.name("orders"), row("id", 1L));
        List<List<Received>> parts = new ArrayList<>();
        for (int n = 0; n < count; n += 2) {
            parts.add(IntStream.range(first + n, first + Math.min(n + 2, count))
                    .mapToObj(
                            offset -> new Received(lane.number(), offset, 1, Instant.EPOCH, "e" + offset, event, null))
                    .toList());
        }
        return new BatchQueue(lane, new TestPolls(parts), new BatchCutter(1, 1, 1));
    }

    private static List<Long> offsets(List<Batch> batches) {
        return batches.stream().map(batch -> batch.first().offset()).toList();
    }

    /** What is left of so many batches that fail so. */
    private List<Long> left(int count, @Nullable Exception failure) {
        Overlap.Way way = overlap.run(lane, batches(count));
        assertThat(way.failure()).isSameAs(failure);
        return offsets(way.left());
    }

    @Test
    void theNextIsPreparedAndTheLastIsRecordedWhileOneIsExecuted() {
        steps.waits.put("execute 1", "prepare 2");
        steps.waits.put("record 0", "execute 1");

        assertThat(left(3, null)).isEmpty();

        assertThat(steps.done).hasSize(9);
        assertThat(steps.done)
                .containsSubsequence("execute 0", "execute 1", "execute 2")
                .containsSubsequence("record 0", "record 1", "record 2");
    }

    @Test
    void nothingBehindABatchThatFailsIsExecuted() {
        SQLException away = new SQLException("away");
        steps.failures.put("execute 1", away);
        steps.waits.put("execute 1", "prepare 3");

        assertThat(left(4, away)).containsExactly(1L, 2L, 3L);

        assertThat(steps.done).contains("record 0").doesNotContain("record 1", "execute 2", "record 2", "execute 3");
    }

    @Test
    void whatIsExecutedAndNotRecordedIsNotDone() {
        SQLException away = new SQLException("away");
        steps.failures.put("record 0", away);
        steps.waits.put("record 0", "execute 1");

        assertThat(left(2, away)).containsExactly(0L, 1L);

        assertThat(steps.done).contains("execute 1").doesNotContain("record 1");
    }

    @Test
    void aBatchThatCannotBePreparedLeavesThoseAheadOfItDone() {
        SQLException away = new SQLException("away");
        steps.failures.put("prepare 2", away);

        assertThat(left(4, away)).containsExactly(2L);
        assertThat(steps.done).contains("record 1").doesNotContain("prepare 3");
    }

    @Test
    void anErrorIsNoFailureToBeTriedAgain() {
        steps.failures.put("execute 0", new OutOfMemoryError("full"));
        assertThatThrownBy(() -> overlap.run(lane, batches(1))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void noMoreIsPreparedThanThereIsRoomFor() {
        long one = Objects.requireNonNull(batches(1).first()).bytes();
        steps.waits.put("record 0", "execute 1");
        assertThat(new Overlap(steps, workers, 2 * one).run(lane, batches(4)).left())
                .isEmpty();
        assertThat(steps.done)
                .containsSubsequence("prepare 1", "record 0", "prepare 2", "execute 2")
                .containsSubsequence("record 1", "prepare 3", "execute 3")
                .hasSize(12);
    }

    @Test
    void aBatchForWhichThereIsNoRoomIsPreparedAlone() {
        assertThat(new Overlap(steps, workers, 1).run(lane, batches(3)).left()).isEmpty();
        assertThat(steps.done)
                .containsExactly(
                        "prepare 0",
                        "execute 0",
                        "record 0",
                        "prepare 1",
                        "execute 1",
                        "record 1",
                        "prepare 2",
                        "execute 2",
                        "record 2");
    }

    @Test
    void theRoomIsThatOfAllLanes() {
        Lane other = new Lane(1, new Checkpoint(-1, 1, null, -1), -1);
        long one = Objects.requireNonNull(batches(1).first()).bytes();
        Overlap narrow = new Overlap(steps, workers, 2 * one);
        steps.waits.put("prepare 10", "record 0");
        steps.waits.put("record 0", "record 11");

        CompletableFuture<Overlap.Way> first =
                CompletableFuture.supplyAsync(() -> narrow.run(lane, batches(1)), workers);
        assertThat(narrow.run(other, batches(other, 10, 2)).left()).isEmpty();
        assertThat(first.join().left()).isEmpty();

        assertThat(steps.done).containsSubsequence("record 10", "prepare 11").contains("record 11", "record 0");
    }

    @Test
    void aRunEndsBeforeABatchThatMustKnowWhatCameOfTheOneAhead() {
        BatchQueue batches = batches(6);
        assertThat(overlap.run(lane, batches).left()).isEmpty();
        assertThat(steps.done).hasSize(4 * 3).contains("record 3").doesNotContain("prepare 4");
        assertThat(Objects.requireNonNull(batches.first()).first().offset()).isEqualTo(4);
    }

    @Test
    void whatTheTargetHasAlreadyDoesNotOverlap() {
        Batch first = batches(2).take();
        Batch second = Objects.requireNonNull(batches(2).second());
        assertThat(overlap.isOf(lane, first, second)).isTrue();
        assertThat(overlap.isOf(new Lane(0, new Checkpoint(0, 1, null, -1), -1), first, second))
                .isFalse();
    }

    @Test
    void nothingMoreIsTakenOfALaneThatIsOver() {
        lane.stop(Lane.State.RELEASED, null, null);
        BatchQueue batches = batches(3);
        assertThat(overlap.run(lane, batches).left()).isEmpty();
        assertThat(steps.done).isEmpty();
        assertThat(Objects.requireNonNull(batches.first()).first().offset()).isZero();
    }

    @Test
    void whatIsPutBackComesFirst() {
        BatchQueue batches = batches(5);
        List<Batch> taken = List.of(batches.take(), batches.take());
        batches.putBack(taken);
        assertThat(offsets(List.of(batches.take(), batches.take(), batches.take())))
                .containsExactly(0L, 1L, 2L);
    }
}
