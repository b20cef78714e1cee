package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.BackOff;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.publish.PublisherFencedException;
import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/** Does a step until it is done: as long as a server is away, visibly. */
public final class RetryUntilAvailable {
    private static final Logger LOG = Logger.getLogger(RetryUntilAvailable.class);

    private final CaptureStatus status;
    private final CountDownLatch closing;
    /** How many steps wait for a server, on threads of their own. */
    private int waiting;
    /** The state before the first of them began to wait. */
    private CaptureState before = CaptureState.STARTING;

    /** @param closing ends the waiting */
    public RetryUntilAvailable(CaptureStatus status, CountDownLatch closing) {
        this.status = status;
        this.closing = closing;
    }

    /** A server, and what is wrong when it is away or does not want. */
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

    /** Something that may fail because a server is away. */
    public interface Step<T> {
        T run() throws Exception;
    }

    /**
     * Returns what the step returns, however long that takes.
     *
     * @param peer the server that the step needs
     * @param what for people: {@code write the log}
     * @throws CannotGoOnException where trying again would end the same
     * @throws InterruptedException where the service ends
     */
    public <T> T insist(Peer peer, String what, Step<T> step) throws InterruptedException {
        BackOff backOff = new BackOff();
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
                        stand();
                    }
                    pause(peer.away, line, backOff.next());
                }
            }
        } finally {
            if (waited) {
                goOn();
            }
        }
    }

    private synchronized void stand() {
        if (waiting++ == 0) {
            before = status.state();
        }
    }

    /** Others may still be waiting, for this peer or another. */
    private synchronized void goOn() {
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
