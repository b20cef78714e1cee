package io.dataflowsync.cdc.capture.status;

import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;

/** The state of the service. */
public enum CaptureState {
    STARTING,
    SNAPSHOT,
    STREAMING,
    /** Only a snapshot was wanted, and it is complete. */
    COMPLETED,
    /** A server that it needs is unreachable; it tries again, less and less often. */
    RETRYING,
    /** Only an operator can fix the failure. */
    FAILED;

    /** The state of the service when there is no snapshot left to read. */
    public static CaptureState afterSnapshot(SnapshotMode mode) {
        return mode == SnapshotMode.ONLY ? COMPLETED : STREAMING;
    }
}
