package io.dataflowsync.sandbox.fuzz.generate;

/** How the services stand while the source is written to. */
public enum Mode {
    /** They follow, and now and then all is applied before the next statement. */
    IN_STEP,
    /** dpu-service is stopped until everything is written. */
    BEHIND,
    /** Both are killed now and then. */
    KILLED
}
