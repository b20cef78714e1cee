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
    private volatile LaneState state = new LaneState.Running(Instant.now());
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

    /** Whether all dead letters were checked since the lane was claimed, and since the last unfinished check. */
    boolean isSettled() {
        return settled;
    }

    void settled(boolean isSo) {
        settled = isSo;
    }

    /** Whether nothing more is done for it under this claim. */
    public boolean isOver() {
        return state instanceof LaneState.Ended;
    }

    public State state() {
        return state.word();
    }

    /** Why it does not apply events, in one line; null while it does. */
    public @Nullable String lastError() {
        LaneState.Failure failure = state.failure();
        return failure == null ? null : failure.message();
    }

    /** The code of that reason; null if there is none. */
    public @Nullable ErrorCode lastCode() {
        LaneState.Failure failure = state.failure();
        return failure == null ? null : failure.code();
    }

    /** When it entered its state, or when the state got another reason. */
    public Instant since() {
        return state.since();
    }

    /** The id of the event before which it is halted; null if it is not. */
    public @Nullable String haltedAt() {
        return state instanceof LaneState.Halted halted ? halted.event() : null;
    }

    /** The statement before which it is halted, if an operator may pass it; else null. */
    public @Nullable PassableStatement passable() {
        return state instanceof LaneState.Halted halted ? halted.passable() : null;
    }

    /** When the last attempt failed; null if none is made again. */
    public @Nullable Instant triedAt() {
        LaneState.Failure failure = state.failure();
        return failure == null || isOver() ? null : failure.triedAt();
    }

    /** Whether it waits for the next attempt, or makes it now. */
    boolean isTryingAgain() {
        return state instanceof LaneState.Retrying || state instanceof LaneState.Halted;
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
        if (isTryingAgain()) {
            become(new LaneState.Running(Instant.now()));
        }
    }

    /** A batch failed in a way that may pass. */
    void retrying(ErrorCode code, String error) {
        become(new LaneState.Retrying(
                state.sinceFor(LaneState.Retrying.class, code), LaneState.Failure.now(code, error)));
    }

    /** It must not go on past an event. */
    void halted(ErrorCode code, String error, String event, @Nullable PassableStatement statement) {
        become(new LaneState.Halted(
                state.sinceFor(LaneState.Halted.class, code), LaneState.Failure.now(code, error), event, statement));
    }

    /** An ended lane stays as it ended. */
    private synchronized void become(LaneState next) {
        if (!isOver()) {
            state = next;
        }
    }

    /**
     * Nothing is done for it any more under this claim.
     *
     * @param error null keeps the reason that it has
     */
    synchronized void stop(State how, @Nullable ErrorCode code, @Nullable String error) {
        LaneState.Failure failure =
                code == null || error == null ? state.failure() : LaneState.Failure.now(code, error);
        state = new LaneState.Ended(Instant.now(), how, failure);
    }
}
