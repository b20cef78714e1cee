package io.dataflowsync.cdc.capture.position;

import io.dataflowsync.contract.event.BinlogFile;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Describes the source's binlog as it is now. */
public interface SourceBinlog {

    /** The server of the binlog, and its files. */
    Files files() throws SQLException;

    /**
     * The time when a file was begun: see {@link BinlogFile}.
     *
     * @throws IOException if the source cannot be reached, or does not have the file any more
     */
    Instant began(String file) throws IOException;

    /**
     * The number of XA transactions that are prepared now: their rows stand in the binlog before the present place, and are in no table
     * yet. 0 if the user may not ask.
     */
    int preparedXa() throws SQLException;

    /**
     * The files at one moment.
     *
     * @param serverUuid {@code server_uuid}
     * @param names the names from the first to the one that is written; never empty
     */
    record Files(String serverUuid, List<String> names) {

        /** The file that is written. */
        String last() {
            return names.get(names.size() - 1);
        }
    }
}
