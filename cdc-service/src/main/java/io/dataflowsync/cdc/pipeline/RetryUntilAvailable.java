package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.CaptureLoop;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.publish.PublisherFencedException;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.servicekit.retry.RetryLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Repeats a step while its server is unreachable, and shows that in the status. */
public final class RetryUntilAvailable {
    private static final Logger LOG = Logger.getLogger(RetryUntilAvailable.class);

    private final CaptureStatus status;
    private final RetryLoop loop;
    /** The number of steps that wait for a server, on threads of their own. */
    private int waiting;
    /** The state before the first of them began to wait. */
    private CaptureState before = CaptureState.STARTING;

    /** @param closing ends the waiting */
    public RetryUntilAvailable(CaptureStatus status, CountDownLatch closing) {
        this.status = status;
        this.loop = new RetryLoop(CaptureLoop.BACKOFF, closing);
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

    /**
     * Runs the step until it succeeds, and returns its result.
     *
     * @param peer the server that the step needs
     * @param what the step in words, for messages: {@code write the log}
     * @throws CannotGoOnException if another try would fail in the same way
     * @throws InterruptedException if the service ends
     */
    public <T> T untilDone(Peer peer, String what, RetryLoop.Step<T> step) throws InterruptedException {
        Waiting wait = new Waiting(peer, what);
        try {
            return loop.untilDone(step, wait);
        } finally {
            wait.end();
        }
    }

    /** Runs a step without a result until it succeeds; otherwise like {@link #untilDone}. */
    public void runUntilDone(Peer peer, String what, RetryLoop.Action action) throws InterruptedException {
        untilDone(peer, what, RetryLoop.step(action));
    }

    /** The waiting of one step for its server. */
    private final class Waiting implements RetryLoop.Failures {
        private final Peer peer;
        private final String what;
        private boolean begun;

        Waiting(Peer peer, String what) {
            this.peer = peer;
            this.what = what;
        }

        @Override
        public void failed(Exception failure, Duration wait) {
            String line = refuse(peer, what, failure);
            if (!begun) {
                begun = true;
                startWaiting();
            }
            status.enter(CaptureState.RETRYING, peer.away, line);
            LOG.warnf("%s (%s); next try in %d ms", line, peer.away.word(), wait.toMillis());
        }

        void end() {
            if (begun) {
                endWaiting();
            }
        }
    }

    /** Throws a failure on if another try would fail in the same way; else returns it in one line. */
    private static String refuse(Peer peer, String what, Exception failure) {
        if (failure instanceof PublisherFencedException) {
            throw new CannotGoOnException(ErrorCode.INSTANCE_TAKEN_OVER, String.valueOf(failure.getMessage()), failure);
        }
        if (failure instanceof InvalidPipelineException invalid) {
            throw invalid;
        }
        if (failure instanceof CannotGoOnException known) {
            throw known;
        }
        String line = "could not " + what + ": " + FailureClassifier.line(failure);
        if (isPermanent(failure)) {
            throw new CannotGoOnException(peer.refuses, line, failure);
        }
        return line;
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

    private static boolean isPermanent(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState();
            return state != null && (state.startsWith("22") || state.startsWith("42") || state.startsWith("28"));
        }
        return isRefusal(cause) || isRefusal(cause.getCause());
    }

    private static boolean isRefusal(@Nullable Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof NullPointerException
                || cause instanceof IllegalArgumentException;
    }
}
