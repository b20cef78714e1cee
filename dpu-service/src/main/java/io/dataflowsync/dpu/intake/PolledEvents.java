package io.dataflowsync.dpu.intake;

import java.util.List;

/**
 * Holds the events of a lane that were polled and are not applied yet. The lane's thread drains them.
 *
 * <p>More polls are pushed while the lane drains, so that its batches overlap from one poll to the next.
 */
public interface PolledEvents {

    /** Returns the next part, in order, which is read only now; empty if nothing waits at the moment. */
    List<Received> next();

    /** Completes the polls that are done. All events before this position are applied and logged. */
    void settle(long position);
}
