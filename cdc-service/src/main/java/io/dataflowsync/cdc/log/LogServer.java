package io.dataflowsync.cdc.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The MariaDB of the logs.
 *
 * @param connections the connections to the schema of the logs
 * @param flyway the migrations in {@code db/cdc}
 */
public record LogServer(DataSource connections, Flyway flyway) {

    /** Migrates this service's tables to this version; may be run at every start. */
    public void migrate() {
        flyway.migrate();
    }

    /** The largest statement that the server accepts, in bytes. */
    public long maxPacket() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@max_allowed_packet")) {
            row.next();
            return row.getLong(1);
        }
    }
}
