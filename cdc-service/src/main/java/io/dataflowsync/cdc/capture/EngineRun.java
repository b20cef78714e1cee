package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.engine.GuardedConnector;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.record.BatchReader;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.capture.stream.BinlogTap;
import io.dataflowsync.cdc.capture.stream.StreamWatch;
import io.dataflowsync.contract.error.ErrorCode;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.source.SourceRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the engine once, from an offset to its end. */
final class EngineRun implements StreamWatch.WatchedRun, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EngineRun.class);

    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final BinlogTap tap;
    private final StreamWatch watch;
    private final BatchReader reader;
    private final EngineTask task;
    private final InFlightBytes inFlight;
    /** Is locked while a batch is taken. */
    private final ReentrantLock taking = new ReentrantLock();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    /** The reason why the watch ended the engine; a failure of the engine itself has precedence. */
    private final AtomicReference<@Nullable Throwable> suspicion = new AtomicReference<>();

    private volatile long lastTakenNanos = System.nanoTime();
    /** Whether no batch is taken any more. The next run reads again the records that still arrive. */
    private boolean over;

    private volatile boolean ended;

    EngineRun(Properties settings, BinlogTap tap, BatchReader reader, EngineTask task, InFlightBytes inFlight) {
        this.tap = tap;
        this.watch = new StreamWatch(tap);
        this.reader = reader;
        this.task = task;
        this.inFlight = inFlight;
        settings.setProperty(GuardedConnector.TAP, tap.id());
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings)
                .using(EngineRun.class.getClassLoader())
                .using((success, message, error) -> {
                    if (!success) {
                        fail(error != null ? error : new IllegalStateException(message));
                    }
                })
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        task.begins();
                    }
                })
                .notifying(this::take)
                .build();
    }

    /**
     * Runs until the engine ends and its last batch is safe, or given up.
     *
     * @return the reason; empty if it was asked to end
     */
    Optional<Throwable> run() throws InterruptedException {
        try (watch) {
            watch.start(this);
            engine.run();
        } finally {
            ended = true;
            end();
        }
        Optional<Throwable> suspected = Optional.ofNullable(suspicion.get());
        // An engine that was ended because its task was done may report failures: they come from that end.
        return suspected
                .filter(StreamWatch.OverException.class::isInstance)
                .or(() -> Optional.ofNullable(failure.get()))
                .or(() -> suspected);
    }

    /** The engine interrupts the thread that takes a batch but does not wait for it. The next run must not begin in parallel to it. */
    private void end() throws InterruptedException {
        taking.lockInterruptibly();
        over = true;
        taking.unlock();
        try {
            inFlight.settle();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Reports that reading ahead in the binlog goes on: the source is not silent. */
    void isAlive() {
        tap.isAlive();
    }

    @Override
    public Duration idleFor() {
        if (taking.isLocked()) {
            return Duration.ZERO;
        }
        Duration idle = Duration.ofNanos(System.nanoTime() - lastTakenNanos);
        Duration settled = inFlight.idleFor();
        return settled.compareTo(idle) < 0 ? settled : idle;
    }

    @Override
    public Optional<Throwable> failure() {
        return inFlight.failure();
    }

    @Override
    public boolean isDone() {
        return task.isDone();
    }

    /** Ends the engine unless a batch is being taken; the watch asks again. No batch is taken from then on. */
    @Override
    public void giveUp(Throwable reason) {
        if (!taking.tryLock()) {
            return;
        }
        try {
            over = true;
        } finally {
            taking.unlock();
        }
        if (reason instanceof CannotGoOnException) {
            fail(reason);
        } else {
            suspicion.compareAndSet(null, reason);
        }
        try {
            close();
        } catch (IOException e) {
            LOG.debug("the engine did not end cleanly", e);
        }
    }

    private void take(
            List<RecordChangeEvent<SourceRecord>> records,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        taking.lockInterruptibly();
        try {
            if (over) {
                return;
            }
            for (CapturedBatch batch : read(records)) {
                task.take(batch);
            }
        } catch (RuntimeException e) {
            fail(e);
            // Not a kind that the engine would retry: it would go on with the next batch instead.
            throw new IllegalStateException("the batch could not be taken", e);
        } finally {
            lastTakenNanos = System.nanoTime();
            taking.unlock();
        }
        committer.markProcessed(records.get(records.size() - 1));
        committer.markBatchFinished();
    }

    private List<CapturedBatch> read(List<RecordChangeEvent<SourceRecord>> records) {
        try {
            return reader.read(records.stream().map(RecordChangeEvent::record).toList());
        } catch (IllegalStateException e) {
            throw new CannotGoOnException(ErrorCode.SOURCE_UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps the first failure: it is the reason of those that follow. */
    private void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
    }

    /** Returns once the engine was asked to end. The engine refuses that while it starts or ends. */
    @Override
    public void close() throws IOException {
        for (boolean requested = false; !requested && !ended; ) {
            if (tap.obstacle().isPresent() || tap.failure().isPresent()) {
                takeNoMore();
                tap.release();
            }
            try {
                engine.close();
                requested = true;
            } catch (IllegalStateException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private void takeNoMore() {
        taking.lock();
        over = true;
        taking.unlock();
    }
}
