package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.record.CapturedBatch;

/**
 * Takes what was captured, in its order, on its way to the log and the topic: see {@link InFlightBytes}. What ends a snapshot or changes a
 * table is safe there when the call returns.
 */
public interface BatchSink {
    /**
     * @throws InterruptedException where the service ends meanwhile; nobody counts on the batch then
     * @throws RuntimeException where it cannot be taken at all
     */
    void take(CapturedBatch batch) throws InterruptedException;
}
