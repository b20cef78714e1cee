package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Batch;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets the stages of a lane's batches overlap: while one batch is applied, the next is planned, and the one before is logged.
 *
 * <p>Each stage takes the batches in order, and no batch after one that failed.
 */
final class Overlap {
    /** The most batches of a lane that are in the stages at once. */
    private static final int MOST = 3;

    private final Stages work;
    private final Executor workers;
    private final long mostBytes;
    private final AtomicLong bytesInStages = new AtomicLong();

    /** The stages of a batch, in this order. */
    interface Stages {
        /** Whether a batch may be prepared before the one ahead of it is recorded. */
        boolean mayOverlap(Batch ahead, Batch batch);

        LaneWork.Prepared prepare(Batch batch) throws SQLException;

        List<Result> execute(Lane lane, LaneWork.Prepared prepared) throws SQLException;

        void record(Lane lane, LaneWork.Prepared prepared, List<Result> results) throws SQLException;
    }

    /** @param mostBytes the most bytes of the batches of all lanes in the stages; above it, each lane has one batch there */
    Overlap(Stages work, Executor workers, long mostBytes) {
        this.work = work;
        this.workers = workers;
        this.mostBytes = mostBytes;
    }

    /**
     * The progress of a run.
     *
     * @param left the batches that were taken and are not both applied and logged, in order
     * @param failure the failure of the first of them; null if there is none
     */
    record Way(List<Batch> left, @Nullable Exception failure) {}

    /** A batch in one of the stages; {@code logged} completes when it is logged. */
    private record Begun(Batch batch, CompletableFuture<Void> logged) {}

    /** Whether the second batch may be in a stage while the first is in a later one. */
    boolean isOf(Lane lane, Batch first, Batch second) {
        return first.first().offset() > lane.checkpoint() && work.mayOverlap(first, second);
    }

    /** Applies and logs batches, up to one that may not overlap with the one ahead of it. On return no batch is in a stage. */
    Way run(Lane lane, BatchQueue batches) {
        Deque<Begun> begun = new ArrayDeque<>();
        CompletableFuture<?> applied = CompletableFuture.completedFuture(null);
        CompletableFuture<Void> logged = CompletableFuture.completedFuture(null);
        Batch ahead = null;
        Batch unprepared = null;
        Exception failure = null;
        try {
            while (isNext(lane, ahead, batches, begun)) {
                unprepared = batches.take();
                ahead = unprepared;
                long bytes = ahead.bytes();
                awaitSpace(begun, bytes);
                LaneWork.Prepared prepared = work.prepare(ahead);
                unprepared = null;
                CompletableFuture<List<Result>> results =
                        applied.thenApplyAsync(nothing -> executed(lane, prepared), workers);
                bytesInStages.addAndGet(bytes);
                logged = results.thenCombineAsync(logged, (found, nothing) -> recorded(lane, prepared, found), workers)
                        .whenComplete((nothing, failed) -> bytesInStages.addAndGet(-bytes));
                applied = results;
                begun.addLast(new Begun(prepared.batch(), logged));
            }
        } catch (CompletionException e) {
            // The failure is returned below, as that of the earliest batch.
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
        return way(begun, unprepared, failure);
    }

    /** Whether there is a batch that may begin. While others are in the stages, another one may still come. */
    private boolean isNext(Lane lane, @Nullable Batch ahead, BatchQueue batches, Deque<Begun> begun) {
        Batch next = batches.first();
        while (next == null && !begun.isEmpty()) {
            awaitFirst(begun);
            next = batches.first();
        }
        return next != null && !lane.isOver() && (ahead == null || work.mayOverlap(ahead, next));
    }

    private void awaitSpace(Deque<Begun> begun, long bytes) {
        while (!begun.isEmpty() && (begun.size() >= MOST || bytesInStages.get() + bytes > mostBytes)) {
            awaitFirst(begun);
        }
    }

    /** Waits until the first batch is logged, and removes it. One that failed stays, so that the batches after it do not go on. */
    private static void awaitFirst(Deque<Begun> begun) {
        begun.getFirst().logged().join();
        begun.removeFirst();
    }

    private List<Result> executed(Lane lane, LaneWork.Prepared prepared) {
        try {
            return work.execute(lane, prepared);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private @Nullable Void recorded(Lane lane, LaneWork.Prepared prepared, List<Result> results) {
        try {
            work.record(lane, prepared, results);
            return null;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static Way way(Deque<Begun> begun, @Nullable Batch unprepared, @Nullable Exception planning) {
        List<Batch> left = new ArrayList<>();
        Exception failure = null;
        for (Begun batch : begun) {
            try {
                batch.logged().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                left.add(batch.batch());
                failure = failure == null ? (Exception) e.getCause() : failure;
            }
        }
        if (unprepared != null) {
            left.add(unprepared);
        }
        return new Way(left, failure == null ? planning : failure);
    }
}
