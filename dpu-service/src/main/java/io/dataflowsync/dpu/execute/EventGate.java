package io.dataflowsync.dpu.execute;

import org.jspecify.annotations.Nullable;

/** Knows of each event of a batch whether it may be run. Asked in order, perhaps more than once; an answer against it is final. */
public interface EventGate {

    /** What has become of the event already; null where it is to be run. */
    @Nullable
    Result before(int event);

    /** The event has failed for good. */
    void failed(int event, Result.Failed failure);
}
