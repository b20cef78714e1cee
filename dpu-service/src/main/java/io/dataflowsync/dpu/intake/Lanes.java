package io.dataflowsync.dpu.intake;

import java.util.OptionalLong;

/** The lanes, as the intake uses them. */
public interface Lanes {

    /** Makes this service the owner of a lane. Returns when it is the owner, however long that takes. */
    Claim claim(int lane);

    /** Gives up a lane, because it belongs to another replica from now on. */
    void release(int lane);

    /**
     * Applies the polled events of a lane, until none waits any more. Returns when they are applied and logged, or when the lane has stopped.
     *
     * @param epoch the epoch of the claim under which they were received; events of an earlier claim are left alone
     * @param polled the events that wait, and those that come meanwhile
     * @return whether all that were drained are applied and logged
     */
    boolean take(int lane, long epoch, PolledEvents polled);

    /** Returns the offset after everything that is applied and logged; empty if the lane does not belong to this service any more. */
    OptionalLong position(int lane, long epoch);

    /** Whether another owner has claimed the lane since. */
    boolean isTakenOver(int lane, long epoch);

    /**
     * Does the work of a lane that is not about its events, such as replays. Called now and then, and never while {@link #take} is at work.
     */
    void lookAfter(int lane, long epoch);

    /** @param position the offset to read from */
    record Claim(long epoch, long position) {}
}
