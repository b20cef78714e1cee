package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.record.CapturedBatch;

/** Says what one run of the engine is for, and when it is done. */
interface EngineTask {
    /** Notes that the engine begins to read. */
    void begins();

    /** Takes a batch; throws what {@link CaptureSink#take} throws. */
    void take(CapturedBatch batch) throws InterruptedException;

    /** Whether the engine has done its task; asked repeatedly, by another thread. */
    boolean isDone();
}
