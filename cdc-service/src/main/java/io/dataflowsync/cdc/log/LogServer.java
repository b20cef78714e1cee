package io.dataflowsync.cdc.log;

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
}
