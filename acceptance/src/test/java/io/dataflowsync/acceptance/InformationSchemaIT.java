package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InformationSchemaIT {
    private static final String[] TABLES = {
        "CREATE SCHEMA shop",
        "CREATE SCHEMA crm",
        "CREATE TABLE crm.people (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, mail VARCHAR(90) NOT NULL UNIQUE)"
                + " DEFAULT CHARSET utf8 COLLATE utf8_bin",
        "CREATE TABLE shop.`odd ``name` (b INT NOT NULL, a INT NOT NULL, owner BIGINT UNSIGNED,"
                + " at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, sum INT AS (a + b) STORED, twin INT AS (a) VIRTUAL,"
                + " kind ENUM('x', 'y''s') NOT NULL DEFAULT 'x', PRIMARY KEY (a, b), UNIQUE KEY u (kind, b),"
                + " KEY plain (kind), CONSTRAINT owned FOREIGN KEY (owner) REFERENCES crm.people (id))"
                + " DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_bin",
        "CREATE TABLE shop.bare (text TEXT, at DATETIME ON UPDATE CURRENT_TIMESTAMP) DEFAULT CHARSET latin1",
        "CREATE VIEW shop.seen AS SELECT a FROM shop.`odd ``name`",
        "CREATE SCHEMA other",
        "CREATE TABLE other.hidden (id INT)"
    };

    private static RunDirectory run;
    private static MySql57 source;
    private static MySql80 target;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        source = MySql57.start(run);
        target = MySql80.start(run);
        source.execute("", TABLES);
        target.execute("", TABLES);
        target.grant("shop");
        target.grant("crm");
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    private static JdbcUrl sourceUrl() {
        return JdbcUrl.source(new SourceConfig(
                source.host(), source.port(), Engine.USER, new Secret(Engine.PASSWORD), List.of("shop", "crm")));
    }

    private static JdbcUrl targetUrl() {
        return JdbcUrl.target(new TargetConfig(
                target.host(), target.port(), Engine.USER, new Secret(Engine.PASSWORD), "shop", "shop", Tls.OFF, true));
    }

    @Test
    void bothServersTellTheSameTables() throws SQLException {
        try (Connection old = sourceUrl().connect();
                Connection now = targetUrl().connect()) {
            assertThat(InformationSchema.read(old, List.of("shop", "crm"))).isEqualTo(expected());
            assertThat(InformationSchema.read(now, List.of("shop", "crm"))).isEqualTo(expected());
            assertThat(InformationSchema.read(old, List.of("nowhere"))).isEmpty();
            assertThat(InformationSchema.read(old, List.of())).isEmpty();
        }
    }

    private static List<TableDefinition> expected() {
        TableName people = new TableName("crm", "people");
        TableDefinition owners = new TableDefinition(
                people,
                List.of(
                        new ColumnDefinition("id", "bigint(20) unsigned", false, false, true, true),
                        new ColumnDefinition("mail", "varchar(90)", false, false, false, false, "utf8_bin", false)),
                List.of("id"),
                List.of(List.of("mail")),
                List.of());
        TableDefinition bare = new TableDefinition(
                new TableName("shop", "bare"),
                List.of(
                        new ColumnDefinition("text", "text", true, false, false, true, "latin1_swedish_ci", false),
                        new ColumnDefinition("at", "datetime", true, false, false, true, "", true)),
                List.of(),
                List.of(),
                List.of());
        TableDefinition odd = new TableDefinition(
                new TableName("shop", "odd `name"),
                List.of(
                        new ColumnDefinition("b", "int(11)", false, false, false, false),
                        new ColumnDefinition("a", "int(11)", false, false, false, false),
                        new ColumnDefinition("owner", "bigint(20) unsigned", true, false, false, true),
                        new ColumnDefinition("at", "timestamp", false, false, false, true),
                        new ColumnDefinition("sum", "int(11)", true, true, false, true),
                        new ColumnDefinition("twin", "int(11)", true, true, false, true),
                        new ColumnDefinition(
                                "kind", "enum('x','y''s')", false, false, false, true, "utf8mb4_bin", false)),
                List.of("a", "b"),
                List.of(List.of("kind", "b")),
                List.of(new ForeignKey("owned", List.of("owner"), people, List.of("id"))));
        return List.of(owners, bare, odd);
    }

    @Test
    void everySessionIsInUtcAndTheTargetsIsStrict() throws SQLException {
        String variables =
                "SELECT CONCAT_WS(' ', @@session.time_zone, @@character_set_client, @@transaction_isolation)";
        assertThat(ask(sourceUrl(), variables)).isEqualTo("+00:00 utf8mb4 REPEATABLE-READ");
        assertThat(ask(targetUrl(), variables)).isEqualTo("+00:00 utf8mb4 READ-COMMITTED");
        assertThat(ask(targetUrl(), "SELECT @@sql_mode").split(","))
                .containsExactlyInAnyOrder(
                        "STRICT_TRANS_TABLES",
                        "NO_ENGINE_SUBSTITUTION",
                        "NO_AUTO_VALUE_ON_ZERO",
                        "ALLOW_INVALID_DATES");
        try (MariaDb log = MariaDb.start(run)) {
            LogConfig config =
                    new LogConfig(log.host(), log.port(), Engine.USER, new Secret(Engine.PASSWORD), "dfs_shop");
            assertThat(ask(JdbcUrl.log(config), "SELECT CONCAT(@@session.time_zone, ' ', DATABASE())"))
                    .isEqualTo("+00:00 dfs_shop");
            assertThat(ask(JdbcUrl.logServer(config), "SELECT DATABASE()")).isEqualTo("null");
        }
    }

    private static String ask(JdbcUrl url, String sql) throws SQLException {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void foreignKeysWhoseNamesTheSourceCutsOffAreSeveral() throws SQLException {
        String table = "a".repeat(60);
        source.execute(
                "shop",
                "CREATE TABLE short (id INT PRIMARY KEY, o BIGINT UNSIGNED, p BIGINT UNSIGNED,"
                        + " FOREIGN KEY (o) REFERENCES crm.people (id) ON DELETE CASCADE,"
                        + " FOREIGN KEY (p) REFERENCES crm.people (id) ON DELETE SET NULL)",
                "RENAME TABLE short TO " + table);
        TableName people = new TableName("crm", "people");

        try (Connection connection = sourceUrl().connect()) {
            assertThat(InformationSchema.foreignKeys(connection, List.of("shop"))
                            .get(new TableName("shop", table)))
                    .containsExactly(
                            new ForeignKey(
                                    table + "_ibfk_1",
                                    List.of("o"),
                                    people,
                                    List.of("id"),
                                    ForeignKey.Rule.CASCADE,
                                    ForeignKey.Rule.NO_ACTION),
                            new ForeignKey(
                                    table + "_ibfk_2",
                                    List.of("p"),
                                    people,
                                    List.of("id"),
                                    ForeignKey.Rule.SET_NULL,
                                    ForeignKey.Rule.NO_ACTION));
        } finally {
            source.execute("shop", "DROP TABLE " + table);
        }
    }
}
