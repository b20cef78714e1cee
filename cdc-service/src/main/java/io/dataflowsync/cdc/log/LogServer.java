package io.dataflowsync.cdc.log;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.SQLException;
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
        return Jdbc.number(connections, "SELECT @@max_allowed_packet");
    }
}
