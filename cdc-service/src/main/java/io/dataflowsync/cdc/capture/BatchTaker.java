package io.dataflowsync.cdc.capture;

/** Takes what was captured, and returns only when it is safe in the log and on the topic. */
public interface BatchTaker {
    /**
     * @throws InterruptedException where the service ends meanwhile; nobody counts on the batch then
     * @throws RuntimeException where it cannot be taken at all
     */
    void take(CapturedBatch batch) throws InterruptedException;
}
