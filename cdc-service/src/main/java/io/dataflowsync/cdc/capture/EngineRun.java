package io.dataflowsync.cdc.capture;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.source.SourceRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One life of the engine, from an offset to its end. */
final class EngineRun implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EngineRun.class);

    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final StreamWatch watch;
    private final BatchReader reader;
    private final BatchTaker taker;
    /** Held while a batch is taken. */
    private final ReentrantLock taking = new ReentrantLock();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private boolean over;

    EngineRun(Properties settings, BatchReader reader, BatchTaker taker, Runnable polling) {
        this.watch = new StreamWatch(settings.getProperty("topic.prefix"), this::lost);
        this.reader = reader;
        this.taker = taker;
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
                        polling.run();
                    }
                })
                .notifying(this::take)
                .build();
    }

    /**
     * Runs until the engine ends and its last batch has been taken, or given up.
     *
     * @return why, unless it was told to
     */
    Optional<Throwable> run() throws InterruptedException {
        try (watch) {
            watch.start();
            engine.run();
        } finally {
            end();
        }
        return Optional.ofNullable(failure.get());
    }

    /** The engine interrupts whoever takes a batch but does not wait for him; the next life must not begin beside him. */
    private void end() throws InterruptedException {
        taking.lockInterruptibly();
        over = true;
        taking.unlock();
    }

    private void lost() {
        fail(new SocketException("the source's connection is lost"));
        try {
            engine.close();
        } catch (IllegalStateException | IOException e) {
            LOG.debug("the engine ends already", e);
        }
    }

    private void take(
            List<RecordChangeEvent<SourceRecord>> records,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        taking.lockInterruptibly();
        try {
            if (over) {
                throw new IllegalStateException("the engine has ended already");
            }
            taker.take(read(records));
        } catch (RuntimeException e) {
            fail(e);
            // Of no kind that the engine would retry: it would go on with the next batch instead.
            throw new IllegalStateException("the batch could not be taken", e);
        } finally {
            taking.unlock();
        }
        for (RecordChangeEvent<SourceRecord> record : records) {
            committer.markProcessed(record);
        }
        committer.markBatchFinished();
    }

    private CapturedBatch read(List<RecordChangeEvent<SourceRecord>> records) {
        try {
            return reader.read(records.stream().map(RecordChangeEvent::record).toList());
        } catch (IllegalStateException e) {
            throw new CannotGoOnException("a change of the source could not be read", e);
        }
    }

    /** The first failure is the reason of those that follow. */
    private void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
