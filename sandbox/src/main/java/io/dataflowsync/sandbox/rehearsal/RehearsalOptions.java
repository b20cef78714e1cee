package io.dataflowsync.sandbox.rehearsal;

/**
 * The options of a rehearsal.
 *
 * @param streaming whether the rows are written while the pipeline runs; otherwise its snapshot reads them
 * @param kills how often cdc-service and dpu-service are killed while the snapshot is read
 * @param withDump whether the same rows are also copied with mysqldump and mysql, and both are timed
 */
record RehearsalOptions(boolean streaming, int kills, boolean withDump) {

    /** Only one pass, without kills and without a dump. */
    static RehearsalOptions plain(boolean streaming) {
        return new RehearsalOptions(streaming, 0, false);
    }
}
