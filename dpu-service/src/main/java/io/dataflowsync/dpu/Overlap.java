package io.dataflowsync.dpu;

import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Batch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lets the stages of a lane's batches overlap: while one is applied, the next is planned, and the one before is logged. Each stage takes
 * the batches in order, and none of a batch behind one that failed.
 */
final class Overlap {
    /** So many batches are in the stages at once. */
    private static final int MOST = 3;

    private final Stages work;
    private final Executor workers;

    /** What is done with a batch, in this order. */
    interface Stages {
        /** Whether a batch may be prepared before the one ahead of it is recorded. */
        boolean mayOverlap(Batch ahead, Batch batch);

        LaneWork.Prepared prepare(Batch batch) throws SQLException;

        List<Result> execute(Lane lane, LaneWork.Prepared prepared) throws SQLException;

        void record(Lane lane, LaneWork.Prepared prepared, List<Result> results) throws SQLException;
    }

    Overlap(Stages work, Executor workers) {
        this.work = work;
        this.workers = workers;
    }

    /**
     * How far it came.
     *
     * @param done the batches that are applied and logged
     * @param failure what the next one failed with; null where it was not begun
     */
    record Way(int done, @Nullable Exception failure) {}

    /** How many of these batches, at least one, may overlap. */
    int span(Lane lane, List<Batch> batches) {
        int span = 1;
        while (span < batches.size()
                && batches.get(0).first().offset() > lane.checkpoint()
                && work.mayOverlap(batches.get(span - 1), batches.get(span))) {
            span++;
        }
        return span;
    }

    /** Applies and logs batches; on return none of them is in a stage any more. */
    Way run(Lane lane, List<Batch> batches) {
        List<CompletableFuture<Void>> logged = new ArrayList<>();
        Exception failure = null;
        try {
            CompletableFuture<?> applied = CompletableFuture.completedFuture(null);
            for (Batch batch : batches) {
                if (logged.size() >= MOST) {
                    logged.get(logged.size() - MOST).join();
                }
                LaneWork.Prepared prepared = work.prepare(batch);
                CompletableFuture<List<Result>> results =
                        applied.thenApplyAsync(nothing -> executed(lane, prepared), workers);
                logged.add(results.thenCombineAsync(
                        last(logged), (found, nothing) -> recorded(lane, prepared, found), workers));
                applied = results;
            }
        } catch (CompletionException e) {
            // It is told below, as the failure of the earliest.
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
        return way(logged, failure);
    }

    private static CompletableFuture<Void> last(List<CompletableFuture<Void>> logged) {
        return logged.isEmpty() ? CompletableFuture.completedFuture(null) : logged.get(logged.size() - 1);
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

    private static Way way(List<CompletableFuture<Void>> logged, @Nullable Exception planning) {
        int done = 0;
        Exception failure = null;
        for (CompletableFuture<Void> batch : logged) {
            try {
                batch.join();
                done++;
            } catch (CompletionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                failure = failure == null ? (Exception) e.getCause() : failure;
            }
        }
        return new Way(done, failure == null ? planning : failure);
    }
}
