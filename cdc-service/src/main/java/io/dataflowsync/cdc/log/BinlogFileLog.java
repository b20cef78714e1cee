package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.event.BinlogFile;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Reads and writes {@code cdc_binlog_file}: the files of the source's binlog that were read. */
public final class BinlogFileLog {
    private final DataSource logServer;

    public BinlogFileLog(DataSource logServer) {
        this.logServer = logServer;
    }

    /** All kept files. */
    public List<BinlogFile> all() throws SQLException {
        return Jdbc.query(
                logServer,
                "SELECT file, server_uuid, began FROM cdc_binlog_file",
                row -> new BinlogFile(row.getString(1), row.getString(2), Instant.ofEpochSecond(row.getLong(3))));
    }

    /** Keeps a file for good; one of the same name stays as it is. */
    public void keep(BinlogFile file) throws SQLException {
        Jdbc.update(
                logServer,
                "INSERT IGNORE INTO cdc_binlog_file (file, server_uuid, began) VALUES (?, ?, ?)",
                file.name(),
                file.serverUuid(),
                file.began().getEpochSecond());
    }
}
