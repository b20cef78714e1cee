package io.dataflowsync.dpu.intake;

import java.util.List;
import java.util.OptionalLong;

/** Who the intake works for. */
public interface Lanes {

    /** Makes this service the owner of a lane; returns when it is, however long that takes. */
    Claim claim(int lane);

    /** The lane is another's from now on. */
    void release(int lane);

    /**
     * Applies what was received of a lane; returns when it is applied and logged, or when the lane has stopped.
     *
     * @param epoch of the claim under which it was received; what came under an earlier one is left alone
     * @param received in parts, each read when it is wanted
     * @return whether it is applied and logged
     */
    boolean take(int lane, long epoch, Iterable<List<Received>> received);

    /** Where to read on, from behind what is applied and logged; empty where the lane is not this service's any more. */
    OptionalLong position(int lane, long epoch);

    /** Whether another owner has claimed the lane since. */
    boolean isTakenOver(int lane, long epoch);

    /** Does what is to be done for a lane beside its events; called now and then, and never while {@link #take} is at work. */
    void lookAfter(int lane, long epoch);

    /** @param position the offset to read from */
    record Claim(long epoch, long position) {}
}
