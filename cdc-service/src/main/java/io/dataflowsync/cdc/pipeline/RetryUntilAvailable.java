package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.CaptureBackoff;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.publish.PublisherFencedException;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/** Repeats a step while its server is unreachable, and shows that in the status. */
public final class RetryUntilAvailable {
    private static final Logger LOG = Logger.getLogger(RetryUntilAvailable.class);

    private final CaptureStatus status;
    private final CountDownLatch closing;
    /** The number of steps that wait for a server, on threads of their own. */
    private int waiting;
    /** The state before the first of them began to wait. */
    private CaptureState before = CaptureState.STARTING;

    /** @param closing ends the waiting */
    public RetryUntilAvailable(CaptureStatus status, CountDownLatch closing) {
        this.status = status;
        this.closing = closing;
    }

    /** A server, with the error codes for when it is unreachable and when it refuses. */
    public enum Peer {
        SOURCE(ErrorCode.SOURCE_AWAY, ErrorCode.SOURCE_REFUSES),
        LOG(ErrorCode.LOG_AWAY, ErrorCode.LOG_REFUSES),
        BROKER(ErrorCode.BROKER_AWAY, ErrorCode.BROKER_REFUSES);

        private final ErrorCode away;
        private final ErrorCode refuses;

        Peer(ErrorCode away, ErrorCode refuses) {
            this.away = away;
            this.refuses = refuses;
        }
    }

    /** A step that may fail because a server is unreachable. */
    public interface Step<T> {
        T run() throws Exception;
    }

    /**
     * Runs the step until it succeeds, and returns its result.
     *
     * @param peer the server that the step needs
     * @param what the step in words, for messages: {@code write the log}
     * @throws CannotGoOnException if another try would fail in the same way
     * @throws InterruptedException if the service ends
     */
    public <T> T untilDone(Peer peer, String what, Step<T> step) throws InterruptedException {
        CaptureBackoff backOff = new CaptureBackoff();
        boolean waited = false;
        try {
            while (true) {
                try {
                    return step.run();
                } catch (PublisherFencedException e) {
                    throw new CannotGoOnException(ErrorCode.INSTANCE_TAKEN_OVER, String.valueOf(e.getMessage()), e);
                } catch (InterruptedException | InvalidPipelineException | CannotGoOnException e) {
                    throw e;
                } catch (Exception e) {
                    String line = "could not " + what + ": " + FailureClassifier.line(e);
                    if (isPermanent(e)) {
                        throw new CannotGoOnException(peer.refuses, line, e);
                    }
                    if (!waited) {
                        waited = true;
                        startWaiting();
                    }
                    pause(peer.away, line, backOff.next());
                }
            }
        } finally {
            if (waited) {
                endWaiting();
            }
        }
    }

    private synchronized void startWaiting() {
        if (waiting++ == 0) {
            before = status.state();
        }
    }

    /** Restores the state of before, unless other steps still wait, for this peer or another. */
    private synchronized void endWaiting() {
        if (--waiting == 0) {
            status.enter(before);
        }
    }

    private void pause(ErrorCode away, String line, Duration delay) throws InterruptedException {
        status.enter(CaptureState.RETRYING, away, line);
        LOG.warnf("%s (%s); next try in %d ms", line, away.word(), delay.toMillis());
        if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the service ends");
        }
    }

    private static boolean isPermanent(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState();
            return state != null && (state.startsWith("22") || state.startsWith("42") || state.startsWith("28"));
        }
        return isRefusal(cause) || isRefusal(cause.getCause());
    }

    private static boolean isRefusal(@org.jspecify.annotations.Nullable Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof NullPointerException
                || cause instanceof IllegalArgumentException;
    }
}
