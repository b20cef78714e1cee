package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.capture.stream.StreamWatch;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.servicekit.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs the engine, and runs it again when it ends.
 *
 * <p>The engine gives up as soon as the connection to the source is lost. Each run begins at the offset that was published last.
 */
public final class CaptureLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CaptureLoop.class);
    /** The waits before the source is read again, and before a step is tried again whose server was unreachable. */
    public static final Backoff BACKOFF = Backoff.exact(Duration.ofMillis(500), Duration.ofSeconds(10));

    /** After a run of at least this length, the delay before the next try starts from the beginning. */
    private static final Duration HEALTHY = Duration.ofSeconds(20);

    private final CaptureStatus status;
    private final SourceReading reading;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int failures;

    public CaptureLoop(
            PipelineConfig config,
            KnownSource source,
            OperatorRequests requests,
            CaptureStatus status,
            CaptureSink sink) {
        this.status = status;
        this.reading = new SourceReading(config, source, requests, status, sink);
    }

    /**
     * Captures until it is closed, or until a failure that only an operator can fix.
     *
     * @return the reason why it ended; empty if it was closed
     */
    public Optional<Throwable> run() throws InterruptedException {
        while (!isClosing()) {
            Instant began = Instant.now();
            Optional<Throwable> failure = reading.run();
            if (isClosing()) {
                break;
            }
            if (failure.filter(StreamWatch.OverException.class::isInstance).isPresent()) {
                continue;
            }
            Throwable reason = failure.orElseGet(() -> new IllegalStateException("the engine ended by itself"));
            if (FailureClassifier.isPermanent(reason)) {
                return Optional.of(reason);
            }
            if (Duration.between(began, Instant.now()).compareTo(HEALTHY) > 0) {
                failures = 0;
            }
            pause(reason);
        }
        return Optional.empty();
    }

    private void pause(Throwable reason) throws InterruptedException {
        failures++;
        Duration delay = BACKOFF.after(failures);
        status.enter(CaptureState.RETRYING, FailureClassifier.code(reason), FailureClassifier.line(reason));
        LOG.warnf(
                "Reading the source failed (%s), next try in %d ms: %s",
                FailureClassifier.code(reason).word(), delay.toMillis(), FailureClassifier.line(reason));
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reports that reading ahead in the binlog goes on, so that the source does not count as silent. */
    public void isReadingAhead() {
        reading.isReadingAhead();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Ends the run. It returns when the batch in flight has been taken. */
    @Override
    public void close() {
        closing.countDown();
        reading.close();
    }
}
