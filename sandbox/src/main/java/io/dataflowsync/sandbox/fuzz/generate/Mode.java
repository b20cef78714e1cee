package io.dataflowsync.sandbox.fuzz.generate;

/** How the services run while the source is written. */
public enum Mode {
    /** They follow, and now and then everything is applied before the next statement. */
    IN_STEP,
    /** dpu-service is stopped until everything is written. */
    LAGGING,
    /** Both services are killed now and then. */
    KILLED
}
