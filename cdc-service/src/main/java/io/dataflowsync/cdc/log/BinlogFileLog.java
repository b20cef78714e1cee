package io.dataflowsync.cdc.log;

import io.dataflowsync.contract.event.BinlogFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
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
        try (Connection connection = logServer.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT file, server_uuid, began FROM cdc_binlog_file")) {
            List<BinlogFile> files = new ArrayList<>();
            while (rows.next()) {
                files.add(new BinlogFile(rows.getString(1), rows.getString(2), Instant.ofEpochSecond(rows.getLong(3))));
            }
            return files;
        }
    }

    /** Keeps a file for good; one of the same name stays as it is. */
    public void keep(BinlogFile file) throws SQLException {
        try (Connection connection = logServer.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT IGNORE INTO cdc_binlog_file (file, server_uuid, began) VALUES (?, ?, ?)")) {
            insert.setString(1, file.name());
            insert.setString(2, file.serverUuid());
            insert.setLong(3, file.began().getEpochSecond());
            insert.executeUpdate();
        }
    }
}
