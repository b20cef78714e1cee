package io.dataflowsync.sandbox.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls a condition that sends no notification when it becomes true. */
public final class Polling {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(25);

    private Polling() {}

    /** Waits until the condition is true, for a minute at most. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /**
     * Waits until the condition is true.
     *
     * @throws EngineFailure if it does not become true in time, or the thread is interrupted
     */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        if (!comesTrue(patience, condition)) {
            throw new EngineFailure("waited " + patience.toSeconds() + " s in vain for " + what);
        }
    }

    /** Whether the condition becomes true in time. */
    public static boolean comesTrue(Duration patience, BooleanSupplier condition) {
        return comesTrue(patience, INTERVAL, condition);
    }

    /** @param interval the time between two checks */
    public static boolean comesTrue(Duration patience, Duration interval, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(interval);
        }
        return true;
    }

    private static void pause(Duration interval) {
        try {
            Thread.sleep(interval.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted", e);
        }
    }
}
