package io.dataflowsync.dpu.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.dpu.OneSession;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        set(
                "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES') | sql_mode = 'NO_AUTO_VALUE_ON_ZERO,NO_BACKSLASH_ESCAPES,STRICT",
                "SET SESSION sql_mode = '' | sql_mode = '' instead of 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,",
                "SET SESSION character_set_client = gbk | character set gbk instead of utf8mb4",
                "SET SESSION character_set_connection = latin1 | character set latin1 instead of utf8mb4"
            })
    void aSessionThatWouldReadValuesInAnotherWayIsRefused(String change, String why) throws SQLException {
        set("SET @mode = @@sql_mode");
        set(change);
        try {
            assertThatThrownBy(() -> prepared(true, 5))
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_SESSION))
                    .hasMessageStartingWith("a session of the target has " + why);
        } finally {
            set("SET NAMES utf8mb4");
            set("SET SESSION sql_mode = @mode");
        }
        assertThat(prepared(true, 5)).isEqualTo("1 5 5");
    }

    @Test
    void aStatementRunsInTheSourcesSessionOfWhichNothingIsLeft() throws SQLException {
        StatementSession source = new StatementSession(
                "shop",
                List.of("ANSI_QUOTES", "NO_AUTO_CREATE_USER"),
                "+08:00",
                1_500_000_000_123_456L,
                33,
                8,
                8,
                1,
                1,
                Unchecked.NOTHING);
        String before = shown();
        set("CREATE DATABASE shop");
        set("CREATE TABLE shop.t (id INT PRIMARY KEY)");
        set("INSERT INTO shop.t VALUES (1)");

        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            Optional<String> note = new SourceSession(source).during(connection, () -> {
                statement.execute("ALTER TABLE shop.t ADD made DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),"
                        + " ADD lit TIMESTAMP NULL DEFAULT '2020-01-01 00:00:00', ADD \"text\" VARCHAR(9)");
                assertThat(shown(statement))
                        .isEqualTo("ANSI_QUOTES|+08:00|1500000000.123456|latin1_swedish_ci|latin1_swedish_ci");
            });
            assertThat(note).isEmpty();
        }

        assertThat(shown()).isEqualTo(before);
        assertThat(first("SELECT CONCAT_WS('|', made, UNIX_TIMESTAMP(lit)) FROM shop.t"))
                .isEqualTo("2017-07-14 10:40:00.123456|1577808000");
    }

    @Test
    void aStatementThatFailsLeavesTheSessionAsItWasToo() throws SQLException {
        StatementSession source = new StatementSession(
                "shop", List.of(), "SYSTEM", 1_500_000_000_000_000L, 0, 0, 0, 1, 1, Unchecked.NOTHING);
        String before = shown();

        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> new SourceSession(source)
                            .during(connection, () -> statement.execute("ALTER TABLE shop.nothing ADD a INT")))
                    .isInstanceOf(SQLException.class);
            assertThat(new SourceSession(source).during(connection, () -> {}))
                    .contains("the source's session had time_zone = SYSTEM, which was taken as UTC");
        }
        assertThat(shown()).isEqualTo(before);
    }

    /** All that a statement's session changes; the clock as such, not what it shows. */
    private static String shown() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT CONCAT_WS('|', @@sql_mode, @@time_zone,"
                                + " ABS(@@timestamp - UNIX_TIMESTAMP(SYSDATE())) < 5, @@collation_connection, @@collation_server)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String shown(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT CONCAT_WS('|', @@sql_mode, @@time_zone, @@timestamp,"
                + " @@collation_connection, @@collation_server)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String first(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
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
