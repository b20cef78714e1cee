package io.dataflowsync.cdc.capture.status;

/** What the service is doing. */
public enum CaptureState {
    STARTING,
    SNAPSHOT,
    STREAMING,
    /** A snapshot was all that was wanted, and it is complete. */
    COMPLETED,
    /** Something that it needs is away; it tries again, less and less often. */
    RETRYING,
    /** Something that only a person can mend. */
    FAILED
}
