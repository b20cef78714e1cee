package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.record.CapturedBatch;

/**
 * Takes captured batches, in their order, on their way to the log and the topic: see {@link InFlightBytes}. The end of a snapshot and a
 * change of a table are safe there when the call returns.
 */
public interface BatchSink {
    /**
     * @throws InterruptedException if the service ends meanwhile; the batch is then not relied on
     * @throws RuntimeException if the batch cannot be taken at all
     */
    void take(CapturedBatch batch) throws InterruptedException;
}
