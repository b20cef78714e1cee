package io.dataflowsync.cdc.capture.position;

import io.dataflowsync.contract.event.BinlogFile;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The source's binlog as it is now. */
public interface SourceBinlog {

    /** Whose it is, and which files it has. */
    Files files() throws SQLException;

    /**
     * When a file was begun: see {@link BinlogFile}.
     *
     * @throws IOException where the source cannot be reached, or does not have it any more
     */
    Instant began(String file) throws IOException;

    /**
     * How many XA transactions are prepared now: their rows stand in the binlog before what is read now, and are in no table yet. None
     * where the user may not ask.
     */
    int preparedXa() throws SQLException;

    /**
     * The files at one moment.
     *
     * @param serverUuid {@code server_uuid}
     * @param names from the first to the one that is written; never empty
     */
    record Files(String serverUuid, List<String> names) {

        /** The one that is written. */
        String last() {
            return names.get(names.size() - 1);
        }
    }
}
