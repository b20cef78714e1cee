package io.dataflowsync.servicekit.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Repeats a step until it succeeds, with a longer wait after each failure, until the service stops. Thread-safe. */
public final class RetryLoop {
    private final Backoff backoff;
    private final CountDownLatch stopping;

    /** @param stopping ends the waits */
    public RetryLoop(Backoff backoff, CountDownLatch stopping) {
        this.backoff = backoff;
        this.stopping = stopping;
    }

    /** A step that may fail because a server is unreachable. */
    public interface Step<T> {
        T run() throws Exception;
    }

    /** A step without a result. */
    public interface Action {
        void run() throws Exception;
    }

    /** Handles the failures of a step. */
    public interface Failures {
        /**
         * Reports a failure before the wait; throws if another attempt would fail in the same way.
         *
         * @param wait the time until the next attempt
         */
        void failed(Exception failure, Duration wait);
    }

    /**
     * Runs the step until it succeeds, and returns its result.
     *
     * @throws InterruptedException if the service stops
     */
    public <T> T untilDone(Step<T> step, Failures failures) throws InterruptedException {
        for (int failed = 1; ; failed++) {
            try {
                return step.run();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                Duration wait = backoff.after(failed);
                failures.failed(e, wait);
                await(wait);
            }
        }
    }

    /**
     * Runs a step without a result until it succeeds.
     *
     * @throws InterruptedException if the service stops
     */
    public void runUntilDone(Action action, Failures failures) throws InterruptedException {
        untilDone(step(action), failures);
    }

    /** Returns the action as a step, for a caller that wraps this loop. */
    public static Step<Boolean> step(Action action) {
        return () -> {
            action.run();
            return true;
        };
    }

    /**
     * Waits before the next attempt.
     *
     * @param failures the number of failed attempts, at least one
     * @throws InterruptedException if the service stops
     */
    public void waitAfter(int failures) throws InterruptedException {
        await(backoff.after(failures));
    }

    private void await(Duration wait) throws InterruptedException {
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the service ends");
        }
    }
}
