package io.dataflowsync.cdc;

import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.sandbox.engine.MariaDb;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/** A log schema on a server, for tests of what is kept there. */
public final class LogSchema {
    private LogSchema() {}

    /** A new schema of this name, with the tables of cdc-service. */
    public static MariaDbDataSource on(MariaDb server, String name) throws SQLException {
        server.execute("", "CREATE SCHEMA " + name);
        MariaDbDataSource connections = new MariaDbDataSource(server.jdbcUrl(name));
        connections.setUser("root");
        server(connections).migrate();
        return connections;
    }

    /** The server with this schema, whose tables may be there. */
    public static LogServer server(MariaDbDataSource connections) {
        return new LogServer(
                connections,
                Flyway.configure()
                        .dataSource(connections)
                        .locations("db/cdc")
                        .table("flyway_cdc")
                        .load());
    }
}
