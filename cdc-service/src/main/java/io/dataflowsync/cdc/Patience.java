package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.BackOff;
import io.dataflowsync.cdc.capture.CannotGoOnException;
import io.dataflowsync.cdc.capture.CaptureState;
import io.dataflowsync.cdc.capture.CaptureStatus;
import io.dataflowsync.cdc.capture.Trouble;
import io.dataflowsync.cdc.publish.FencedException;
import io.dataflowsync.contract.config.InvalidPipelineException;
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
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final CaptureStatus status;
    private final CountDownLatch closing;

    /** @param closing ends the waiting */
    Patience(CaptureStatus status, CountDownLatch closing) {
        this.status = status;
        this.closing = closing;
    }

    /** Something that may fail because a server is away. */
    interface Step<T> {
        T run() throws Exception;
    }

    /**
     * Returns what the step returns, however long that takes.
     *
     * @param what for people: {@code write the log}
     * @throws CannotGoOnException where trying again would end the same
     * @throws InterruptedException where the service ends
     */
    <T> T insist(String what, Step<T> step) throws InterruptedException {
        BackOff backOff = new BackOff();
        CaptureState before = status.state();
        while (true) {
            try {
                T done = step.run();
                status.enter(before);
                return done;
            } catch (InterruptedException | FencedException | InvalidPipelineException e) {
                throw e;
            } catch (Exception e) {
                if (isPermanent(e)) {
                    throw new CannotGoOnException("could not " + what, e);
                }
                pause(what, e, backOff.next());
            }
        }
    }

    private void pause(String what, Exception e, Duration delay) throws InterruptedException {
        String line = "could not " + what + ": " + Trouble.line(e);
        status.enter(CaptureState.RETRYING, line);
        LOG.warnf("%s; next try in %d ms", line, delay.toMillis());
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
