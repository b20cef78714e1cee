package io.dataflowsync.sandbox.rehearsal;

/**
 * How a rehearsal goes.
 *
 * @param streaming whether the rows come while the pipeline runs; else its snapshot reads them
 * @param kills how often cdc-service and dpu-service are killed while the snapshot is read
 * @param besideDump whether the same rows are copied with mysqldump and mysql too, and both are timed
 */
record RehearsalOptions(boolean streaming, int kills, boolean besideDump) {

    /** Nothing but one pass. */
    static RehearsalOptions plain(boolean streaming) {
        return new RehearsalOptions(streaming, 0, false);
    }
}
