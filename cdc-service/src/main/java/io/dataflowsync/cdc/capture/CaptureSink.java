package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
import java.util.Optional;

/** Takes captured batches, in their order, to the log and the topic, and knows from which offset the source is read on. */
public interface CaptureSink {
    /**
     * Finds the offset from which the source is read on: the one after the last published event.
     *
     * @return the offset; empty before the first batch of all
     */
    Optional<SourceOffset> begin() throws InterruptedException;

    /**
     * Takes a batch on its way to the log and the topic: see {@link #inFlight}. The end of a snapshot and a change of a table are safe
     * there when the call returns.
     *
     * @throws InterruptedException if the service ends meanwhile; the batch is then not relied on
     * @throws RuntimeException if the batch cannot be taken at all
     */
    void take(CapturedBatch batch) throws InterruptedException;

    /** The bytes that were taken and are not yet both in the log and on the topic. */
    InFlightBytes inFlight();
}
