package io.dataflowsync.dpu.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Creates and changes the tables of the log schema. */
public final class LogSchema {
    private LogSchema() {}

    /**
     * Runs the migrations that the schema lacks, however long one takes. One that was interrupted is run again: MariaDB cannot roll back
     * statements that change tables, so a migration that takes long is written such that it can be repeated.
     */
    public static void migrate(Flyway flyway) {
        Flyway patient = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .callbacks(new NoTimeLimit())
                .load();
        if (Arrays.stream(patient.info().all())
                .anyMatch(migration -> migration.getState().isFailed())) {
            patient.repair();
        }
        patient.migrate();
    }

    /** Waits for each statement of a migration without a limit. The usual limit of a connection is there to notice servers that are gone. */
    private static final class NoTimeLimit implements Callback {
        private int usual;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                Connection connection = context.getConnection();
                if (event == Event.BEFORE_EACH_MIGRATE) {
                    usual = connection.getNetworkTimeout();
                    connection.setNetworkTimeout(Runnable::run, 0);
                } else if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, usual);
                }
            } catch (SQLException e) {
                throw new FlywayException(e.getMessage(), e);
            }
        }

        @Override
        public String getCallbackName() {
            return "no-time-limit";
        }
    }
}
