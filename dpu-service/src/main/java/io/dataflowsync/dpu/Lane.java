package io.dataflowsync.dpu;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A lane under one claim: how far it is, and how it fares. */
final class Lane {
    private final int number;
    private final long epoch;
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private volatile long checkpoint;
    private volatile long progress;
    private volatile State state = State.RUNNING;
    private volatile @Nullable String lastError;

    /** How a lane fares. */
    enum State {
        RUNNING,
        /** Trouble that passes; it is tried again. */
        RETRYING,
        /** An event cannot be applied and the pipeline says stop. */
        HALTED,
        /** Another owner has it. */
        FENCED,
        RELEASED;

        boolean isOver() {
            return this == HALTED || this == FENCED || this == RELEASED;
        }
    }

    Lane(int number, long epoch, long checkpoint, long progress) {
        this.number = number;
        this.epoch = epoch;
        this.checkpoint = checkpoint;
        this.progress = progress;
    }

    int number() {
        return number;
    }

    long epoch() {
        return epoch;
    }

    /** The last offset that the target has. */
    long checkpoint() {
        return checkpoint;
    }

    /** The last offset that the logs have; never behind which anything is lost. */
    long progress() {
        return progress;
    }

    State state() {
        return state;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    long applied() {
        return applied.get();
    }

    long dead() {
        return dead.get();
    }

    void reachedTarget(long offset) {
        checkpoint = offset;
    }

    void reachedLog(long offset) {
        progress = offset;
    }

    void count(long newlyApplied, long newlyDead) {
        applied.addAndGet(newlyApplied);
        dead.addAndGet(newlyDead);
    }

    void running() {
        if (!state.isOver()) {
            state = State.RUNNING;
        }
    }

    void retrying(String error) {
        lastError = error;
        if (!state.isOver()) {
            state = State.RETRYING;
        }
    }

    void stop(State over, @Nullable String error) {
        state = over;
        if (error != null) {
            lastError = error;
        }
    }
}
