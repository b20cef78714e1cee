package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.plan.PassableStatement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Holds the state of a lane under one claim: its progress, and its failures. */
public final class Lane {
    private final int number;
    private final long epoch;
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private volatile long checkpoint;
    private volatile long progress;
    private volatile @Nullable Boolean keyKept;
    private volatile State state = State.RUNNING;
    private volatile Instant since = Instant.now();
    private volatile @Nullable String lastError;
    private volatile @Nullable ErrorCode lastCode;
    private volatile @Nullable String lastEvent;
    private volatile @Nullable PassableStatement passable;
    private volatile @Nullable Instant triedAt;
    private volatile boolean over;
    private volatile HeldRows held = new HeldRows();
    private volatile boolean settled;

    /** The state of a lane. */
    public enum State {
        RUNNING,
        /** A failure that passes; the lane tries again. */
        RETRYING,
        /** The lane must not go on before an operator acts. It tries again, to see whether the reason is gone. */
        HALTED,
        /** Another owner has claimed the lane. */
        FENCED,
        RELEASED
    }

    Lane(int number, Checkpoint checkpoint, long progress) {
        this.number = number;
        this.epoch = checkpoint.epoch();
        this.checkpoint = checkpoint.offset();
        this.keyKept = checkpoint.keyKept();
        this.progress = progress;
    }

    public int number() {
        return number;
    }

    public long epoch() {
        return epoch;
    }

    /** The last offset that the target has. */
    public long checkpoint() {
        return checkpoint;
    }

    /** The last offset that the logs have. All events up to it are logged. */
    public long progress() {
        return progress;
    }

    /** The first offset that the target or the logs lack. */
    long position() {
        return Math.min(checkpoint, progress) + 1;
    }

    /** The rows that wait for dead letters. */
    public HeldRows held() {
        return held;
    }

    void hold(HeldRows rows) {
        held = rows;
    }

    /** Whether all dead letters were checked since the lane was claimed, and since the last check that broke off. */
    boolean isSettled() {
        return settled;
    }

    void settled(boolean isSo) {
        settled = isSo;
    }

    /** Whether nothing more is done for it under this claim. */
    public boolean isOver() {
        return over;
    }

    public State state() {
        return state;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    /** The code of its current failure; null if there is none. */
    public @Nullable ErrorCode lastCode() {
        return state == State.RUNNING ? null : lastCode;
    }

    /** When it came into its state, or the state got another reason. */
    public Instant since() {
        return since;
    }

    /** The id of the event at which it is halted; null if it is not halted. */
    public @Nullable String haltedAt() {
        return state == State.HALTED ? lastEvent : null;
    }

    /** The statement at which it is halted, if an operator may pass it; else null. */
    public @Nullable PassableStatement passable() {
        return state == State.HALTED ? passable : null;
    }

    /** When its last failed attempt was; null if it has no failure. */
    public @Nullable Instant triedAt() {
        return isTryingAgain() ? triedAt : null;
    }

    /** Whether it waits for another attempt, or is making it. */
    boolean isTryingAgain() {
        return !over && (state == State.RETRYING || state == State.HALTED);
    }

    public long applied() {
        return applied.get();
    }

    public long dead() {
        return dead.get();
    }

    /**
     * Whether the row has kept its new key, if the event at the checkpoint changes the key of a row in the source.
     *
     * <p>Null if the event changes none, and if this was not looked up on the target.
     */
    @Nullable
    Boolean keyKept() {
        return keyKept;
    }

    /** Whether the target has a batch that is not logged yet. */
    boolean isAhead() {
        return checkpoint > progress;
    }

    void reachedTarget(long offset) {
        checkpoint = offset;
        keyKept = null;
    }

    /** Sets the checkpoint that was read from the target. */
    void reachedTarget(Checkpoint found) {
        checkpoint = found.offset();
        keyKept = found.keyKept();
    }

    void reachedLog(long offset) {
        progress = offset;
    }

    void count(long newlyApplied, long newlyDead) {
        applied.addAndGet(newlyApplied);
        dead.addAndGet(newlyDead);
    }

    void running() {
        if (!over) {
            become(State.RUNNING, null);
        }
    }

    /** Notes a failure that may pass; the lane tries again. */
    void retrying(ErrorCode code, String error) {
        failed(State.RETRYING, code, error, null, null);
    }

    /** Halts the lane at an event. It tries again, to see whether the reason is gone. */
    void halted(ErrorCode code, String error, String event, @Nullable PassableStatement statement) {
        failed(State.HALTED, code, error, event, statement);
    }

    private void failed(
            State how, ErrorCode code, String error, @Nullable String event, @Nullable PassableStatement statement) {
        lastError = error;
        lastEvent = event;
        passable = statement;
        triedAt = Instant.now();
        if (over) {
            lastCode = code;
        } else {
            become(how, code);
        }
    }

    private void become(State how, @Nullable ErrorCode code) {
        if (how != state || code != null && code != lastCode) {
            since = Instant.now();
        }
        if (code != null) {
            lastCode = code;
        }
        state = how;
    }

    /** Ends all work for it under this claim. */
    void stop(State how, @Nullable ErrorCode code, @Nullable String error) {
        over = true;
        lastEvent = null;
        passable = null;
        if (error != null) {
            lastError = error;
        }
        become(how, error == null ? null : code);
    }
}
