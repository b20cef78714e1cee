package io.dataflowsync.dpu.lane;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Where each lane waits before it tries again: until its time is up, somebody asks for it, or the service stops. Thread-safe. */
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

    /** The lane tries again at once; one that is just trying does so once more, since what was mended may have come too late for it. */
    synchronized void tryAgain(int lane) {
        asked.add(lane);
        notifyAll();
    }

    /** What was asked for earlier is done with: the lane runs. */
    synchronized void runs(int lane) {
        asked.remove(lane);
    }

    /** Nobody waits any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
