package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.InFlightBytes;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches to the log and then to the topic, in their order, as a pipeline: while one batch is published, the next is logged, and
 * another one is mapped.
 *
 * <p>Batches that wait are joined, so batches are small while nothing waits, and large when the service catches up. The bytes in flight are
 * bounded.
 */
final class Delivery implements InFlightBytes {
    /** The limit for all that is in flight. */
    private static final long MOST_BYTES = 6L * 1024 * 1024;
    /** The limits for joined batches. */
    private static final int MOST_EVENTS = 16_384;

    private static final long MOST_BYTES_TOGETHER = 3L * 1024 * 1024;

    private final Steps steps;
    private final ExecutorService logging = thread("log");
    private final ExecutorService publishing = thread("publish");
    private final Deque<OutgoingBatch> toLog = new ArrayDeque<>();
    private final Deque<OutgoingBatch> toPublish = new ArrayDeque<>();
    private long bytes;
    private int running;
    private long settledNanos = System.nanoTime();
    private @Nullable Throwable failure;

    /** The steps that a batch goes through, each on its own thread. When a step returns, its result is permanent. */
    interface Steps {
        void log(OutgoingBatch batch) throws InterruptedException;

        void publish(OutgoingBatch batch) throws InterruptedException;
    }

    private interface Step {
        void take(OutgoingBatch batch) throws InterruptedException;
    }

    Delivery(Steps steps) {
        this.steps = steps;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Adds a batch, and waits while too many bytes are in flight; throws what {@link #settle} throws. */
    synchronized void add(OutgoingBatch batch) throws InterruptedException {
        while (failure == null && bytes > 0 && bytes + batch.bytes() > MOST_BYTES) {
            wait();
        }
        throwFailure();
        bytes += batch.bytes();
        toLog.add(batch);
        logging.execute(this::logNext);
    }

    private void logNext() {
        run(toLog, steps::log, logged -> {
            toPublish.add(logged);
            publishing.execute(this::publishNext);
        });
    }

    private void publishNext() {
        run(toPublish, steps::publish, published -> bytes -= published.bytes());
    }

    private interface Next {
        void take(OutgoingBatch batch);
    }

    private void run(Deque<OutgoingBatch> waiting, Step step, Next whenDone) {
        Optional<OutgoingBatch> next = next(waiting);
        if (next.isEmpty()) {
            return;
        }
        Throwable failed = null;
        try {
            step.take(next.get());
        } catch (RuntimeException | InterruptedException | Error e) {
            failed = e;
        }
        end(next.get(), whenDone, failed);
    }

    /** The waiting batches, joined; empty if they were already joined with the batch before. */
    private synchronized Optional<OutgoingBatch> next(Deque<OutgoingBatch> waiting) {
        OutgoingBatch next = waiting.poll();
        if (next == null) {
            return Optional.empty();
        }
        running++;
        List<OutgoingBatch> together = new ArrayList<>();
        int events = 0;
        long size = 0;
        while (next != null) {
            together.add(next);
            events += next.events().size();
            size += next.bytes();
            OutgoingBatch after = waiting.peek();
            boolean fits = after != null
                    && events + after.events().size() <= MOST_EVENTS
                    && size + after.bytes() <= MOST_BYTES_TOGETHER;
            next = fits ? waiting.remove() : null;
        }
        return Optional.of(OutgoingBatch.together(together));
    }

    private synchronized void end(OutgoingBatch batch, Next whenDone, @Nullable Throwable failed) {
        running--;
        settledNanos = System.nanoTime();
        if (failed != null && failure == null) {
            failure = failed;
            toLog.clear();
            toPublish.clear();
            bytes = 0;
        } else if (failure == null) {
            whenDone.take(batch);
        }
        notifyAll();
    }

    @Override
    public synchronized void settle() throws InterruptedException {
        while (bytes > 0 || running > 0) {
            wait();
        }
        throwFailure();
    }

    /** Accepts no more batches, as after the failure of a step. A step that runs still ends. */
    synchronized void fail(RuntimeException reason) {
        if (failure == null) {
            failure = reason;
            toLog.clear();
            toPublish.clear();
            bytes = 0;
            notifyAll();
        }
    }

    private void throwFailure() throws InterruptedException {
        if (failure instanceof InterruptedException) {
            throw new InterruptedException("the service ends");
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Begins again after a failure. Call it only while nothing is in flight. */
    synchronized void forgetFailure() {
        failure = null;
    }

    @Override
    public synchronized Duration idleFor() {
        return bytes > 0 || running > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - settledNanos);
    }

    @Override
    public synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
