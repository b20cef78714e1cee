package io.dataflowsync.dpu.execute;

import org.jspecify.annotations.Nullable;

/**
 * Decides for each event of a batch whether it may be run.
 *
 * <p>It is asked in the order of the events, and may be asked more than once. A refusal is final.
 */
public interface EventGate {

    /** Returns the result that the event has already; null if it is to be run. */
    @Nullable
    Result before(int event);

    /** Is called when the event has failed for good. */
    void failed(int event, Result.Failed failure);
}
