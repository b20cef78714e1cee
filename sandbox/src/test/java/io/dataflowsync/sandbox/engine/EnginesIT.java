package io.dataflowsync.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnginesIT {
    private static RunDirectory run;

    @BeforeAll
    static void open() {
        run = RunDirectory.open();
    }

    @AfterAll
    static void close() {
        run.close();
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void theSourceWritesARowBasedBinaryLogWithGtids() throws SQLException {
        try (MySql57 source = MySql57.start(run)) {
            assertThat(query(
                            source.connect(""),
                            "SELECT VERSION(), @@binlog_format, @@binlog_row_image, @@gtid_mode,"
                                    + " @@server_id, @@log_bin, @@innodb_flush_log_at_trx_commit, @@sync_binlog"))
                    .isEqualTo("5.7.22-log|ROW|FULL|ON|57|1|1|1");
        }
    }

    @Test
    void theTargetIsMySql80() throws SQLException {
        try (MySql80 target = MySql80.start(run)) {
            assertThat(query(target.connect(""), "SELECT VERSION(), @@innodb_flush_log_at_trx_commit, @@sync_binlog"))
                    .isEqualTo("8.0.15|1|1");
        }
    }

    @Test
    void theServicesUserMayWriteTheGrantedSchemaAlone() throws SQLException {
        try (MySql80 target = MySql80.start(run)) {
            target.execute("", "CREATE SCHEMA shop", "CREATE SCHEMA other");
            target.grant("shop");
            try (Connection connection =
                    DriverManager.getConnection(target.jdbcUrl("shop"), Engine.USER, Engine.PASSWORD)) {
                assertThatThrownBy(() -> connection.createStatement().execute("CREATE TABLE other.t (id INT)"))
                        .hasMessageContaining("denied");
                connection.createStatement().execute("CREATE TABLE t (id INT)");
                assertThat(query(connection, "SHOW TABLES")).isEqualTo("t");
            }
        }
    }

    @Test
    void theLogServerLetsTheServicesUserMakeItsSchema() throws SQLException {
        try (MariaDb log = MariaDb.start(run);
                Connection connection = DriverManager.getConnection(log.jdbcUrl(""), Engine.USER, Engine.PASSWORD)) {
            connection.createStatement().execute("CREATE SCHEMA dfs_shop");
            assertThat(query(connection, "SELECT VERSION()")).startsWith("11.4.5");
        }
    }

    @Test
    void rowsAreThereAgainAfterAKillAndARestart() throws SQLException {
        try (MySql57 source = MySql57.start(run)) {
            int port = source.port();
            source.execute(
                    "", "CREATE SCHEMA s", "CREATE TABLE s.t (id INT PRIMARY KEY)", "INSERT INTO s.t VALUES (7)");
            source.kill();
            assertThat(source.child().isAlive()).isFalse();
            source.restart();
            assertThat(source.port()).isEqualTo(port);
            assertThat(query(source.connect("s"), "SELECT id FROM t")).isEqualTo("7");
        }
    }

    @Test
    void topicsAreThereAgainAfterAKillAndARestart() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(run);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic("t", 4, (short) 1))).all().get();
            broker.kill();
            broker.restart();
            assertThat(admin.listTopics().names().get()).contains("t");
        }
    }

    @Test
    void aTakenPortIsOneClearFailureAndLeavesNoProcess() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EngineOptions options = EngineOptions.DEFAULT.withPort(taken.getLocalPort());
            assertThatThrownBy(() -> MySql57.start(run, options))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("mysql57 did not start on port " + taken.getLocalPort());
        }
    }

    @Test
    void aBadFlagIsOneClearFailure() {
        EngineOptions options =
                EngineOptions.DEFAULT.withPort(FreePort.onLoopback()).withFlags("--no-such-flag");
        assertThatThrownBy(() -> MySql80.start(run, options))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("no-such-flag");
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.append(i == 1 ? "" : "|").append(result.getString(i));
            }
            return row.toString();
        }
    }
}
