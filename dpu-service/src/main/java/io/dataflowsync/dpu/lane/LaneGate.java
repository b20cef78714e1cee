package io.dataflowsync.dpu.lane;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets lanes work at the same time, or something else while no lane works. */
final class LaneGate {
    private static final int PATIENCE_SECONDS = 30;

    private final ReadWriteLock lanes = new ReentrantReadWriteLock(true);

    /** Does the work of a lane. */
    <T> T work(Supplier<T> work) {
        lanes.readLock().lock();
        try {
            return work.get();
        } finally {
            lanes.readLock().unlock();
        }
    }

    /** Does the work of a lane that has no result. */
    void run(Runnable work) {
        work(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until no lane works, and returns whether that is so in time. If so, {@link #open} must be called, by the same thread. */
    boolean close() {
        try {
            return lanes.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void open() {
        lanes.writeLock().unlock();
    }
}
