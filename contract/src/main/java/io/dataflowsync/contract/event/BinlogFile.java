package io.dataflowsync.contract.event;

import java.time.Instant;

/**
 * A file of a source's binlog.
 *
 * @param name {@code mysql-bin.000002}
 * @param serverUuid {@code server_uuid} of the server that it is read from
 * @param began the time of its first event (FORMAT_DESCRIPTION_EVENT), by that server's clock, in whole seconds
 */
public record BinlogFile(String name, String serverUuid, Instant began) {

    /** {@code mysql-bin.000002 of the server 3e11fa47-…, begun at 2026-11-29T09:00:00Z}. */
    @Override
    public String toString() {
        return name + " of the server " + serverUuid + ", begun at " + began;
    }
}
