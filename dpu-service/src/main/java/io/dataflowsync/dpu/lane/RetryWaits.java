package io.dataflowsync.dpu.lane;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Lets each lane wait before it tries again: until its time is up, an operator asks for it, or the service stops. Thread-safe. */
final class RetryWaits {
    private final Set<Integer> asked = new HashSet<>();
    private boolean stopped;

    /**
     * Waits.
     *
     * @return whether the service stops
     */
    synchronized boolean await(int lane, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!stopped && !asked.remove(lane)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return stopped;
    }

    /**
     * Lets the lane try again at once. A lane that is just trying does so once more, since a fix may have come too late for that attempt.
     */
    synchronized void tryAgain(int lane) {
        asked.add(lane);
        notifyAll();
    }

    /** Drops an earlier request, because the lane runs. */
    synchronized void runs(int lane) {
        asked.remove(lane);
    }

    /** Ends all waits. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
