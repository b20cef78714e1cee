package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.plan.PassableStatement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A lane under one claim: how far it is, and how it fares. */
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

    /** How a lane fares. */
    public enum State {
        RUNNING,
        /** Trouble that passes; it is tried again. */
        RETRYING,
        /** It must not go on before somebody acts; where that is seen by trying again, it is. */
        HALTED,
        /** Another owner has it. */
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

    /** The last offset that the logs have; never behind which anything is lost. */
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

    /** Whether each dead letter was looked at since the lane was claimed, and since the last look broke off. */
    boolean isSettled() {
        return settled;
    }

    void settled(boolean isSo) {
        settled = isSo;
    }

    /** Whether nothing is done for it any more under this claim. */
    public boolean isOver() {
        return over;
    }

    public State state() {
        return state;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    /** The code of what troubles it now; null where nothing does. */
    public @Nullable ErrorCode lastCode() {
        return state == State.RUNNING ? null : lastCode;
    }

    /** When it came into its state, or the state got another reason. */
    public Instant since() {
        return since;
    }

    /** The id of the event before which it stands still; null while it does not. */
    public @Nullable String haltedAt() {
        return state == State.HALTED ? lastEvent : null;
    }

    /** The statement before which it stands still, where a person may pass it; else null. */
    public @Nullable PassableStatement passable() {
        return state == State.HALTED ? passable : null;
    }

    /** When it tried in vain last; null while nothing troubles it. */
    public @Nullable Instant triedAt() {
        return isTryingAgain() ? triedAt : null;
    }

    /** Whether it waits, or is on its way, to try again what has failed. */
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
     * Where the event at the checkpoint changes the key of a row in the source: whether the row has kept its new key; null where it changes
     * none, and where that was not looked up on the target.
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

    /** The target was looked at. */
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

    /** Trouble that may end: it is tried again. */
    void retrying(ErrorCode code, String error) {
        troubled(State.RETRYING, code, error, null, null);
    }

    /** It stands still before an event; where the reason is gone, it is seen by trying again. */
    void halted(ErrorCode code, String error, String event, @Nullable PassableStatement statement) {
        troubled(State.HALTED, code, error, event, statement);
    }

    private void troubled(
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

    /** Nothing is done for it any more under this claim. */
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
