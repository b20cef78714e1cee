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
 * @param connections to the schema of the logs
 * @param flyway of the migrations in {@code db/cdc}
 */
public record LogServer(DataSource connections, Flyway flyway) {

    /** Brings this service's tables to what this version needs; may be run at every start. */
    public void migrate() {
        flyway.migrate();
    }

    /** The bytes that it takes in one statement. */
    public long maxPacket() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@max_allowed_packet")) {
            row.next();
            return row.getLong(1);
        }
    }
}
