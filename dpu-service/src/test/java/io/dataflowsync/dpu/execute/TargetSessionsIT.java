package io.dataflowsync.dpu.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.dpu.OneSession;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TargetSessionsIT {
    private static final String SETTINGS = "SELECT CONCAT_WS(' ', @@SESSION.foreign_key_checks,"
            + " @@SESSION.innodb_lock_wait_timeout, @@SESSION.lock_wait_timeout)";

    private static RunDirectory run;
    private static AgroalDataSource pool;

    private final TargetSessions sessions = new TargetSessions();

    @BeforeAll
    static void start() throws SQLException {
        run = RunDirectory.open();
        pool = OneSession.of(MySql80.start(run), "");
    }

    @AfterAll
    static void end() {
        pool.close();
        run.close();
    }

    @Test
    void whatASessionHasIsNotSaidAgainAndWhatItLacksIs() throws SQLException {
        assertThat(prepared(false, 5)).isEqualTo("0 5 5");
        set("SET SESSION lock_wait_timeout = 9");

        assertThat(prepared(false, 5)).isEqualTo("0 5 9");
        assertThat(prepared(true, 1)).isEqualTo("1 1 1");
        assertThat(prepared(false, 5)).isEqualTo("0 5 5");
    }

    private String prepared(boolean checkForeignKeys, int lockWaitSeconds) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            sessions.prepare(connection, checkForeignKeys, lockWaitSeconds);
            try (ResultSet row = statement.executeQuery(SETTINGS)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void set(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
