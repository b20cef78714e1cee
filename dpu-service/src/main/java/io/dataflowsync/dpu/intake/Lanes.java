package io.dataflowsync.dpu.intake;

import java.util.List;

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
     * @return whether it is applied and logged
     */
    boolean take(int lane, long epoch, List<Received> received);

    /** @param position the offset to read from */
    record Claim(long epoch, long position) {}
}
