package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.sandbox.engine.MySql57;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the engine passes in silence, and this service does not. */
class SilentDangersIT {
    private static Engines engines;

    @BeforeAll
    static void start() {
        engines = new Engines();
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void aStatementInsteadOfRowsStopsTheCaptureBeforeAnythingBehindIt() throws Exception {
        PipelineConfig pipeline = schema("statements");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            insert("statements", 1, 500);
            asStatements("/* app */ INSERT\n INTO statements.t VALUES (501, 'lost')");
            insert("statements", 502, 1000);
            CaptureStatusAt stop = untilStopped(server, ErrorCode.SOURCE_STATEMENT);
            assertThat(stop.statement()).isEqualTo("/* app */ INSERT INTO statements.t VALUES (501, 'lost')");
            assertThat(stop.place()).matches("mysql-bin\\.\\d{6}:\\d+");
            assertThat(server.status().lastError()).contains(stop.place(), "(501, 'lost')");
            assertThat(server.status().remedy()).contains("binlog_format");
            assertThat(insertedIds(pipeline, 500)).isEqualTo(numbers(1, 500));

            assertThat(server.service().resume()).isTrue();
            assertThat(untilStopped(server, ErrorCode.SOURCE_STATEMENT)).isEqualTo(stop);
            assertThat(server.service().skip("mysql-bin.000001:4", "eve")).isFalse();
        }
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            CaptureStatusAt stop = untilStopped(restarted, ErrorCode.SOURCE_STATEMENT);
            assertThat(restarted.status().captured()).isZero();
            assertThat(insertedIds(pipeline, 500)).isEqualTo(numbers(1, 500));

            assertThat(restarted.service().skip(stop.place(), "ann")).isTrue();
            assertThat(insertedIds(pipeline, 999))
                    .doesNotContain(501)
                    .hasSize(999)
                    .endsWith(1000);
            assertThat(restarted.status().errorCode()).isNull();
            assertThat(engines.queryLog("statements", "SELECT place, code, skipped_by FROM cdc_skipped"))
                    .containsExactly(stop.place() + "|source-statement|ann");
        }
    }

    @Test
    void aSchemaChangeOfASessionWithAnsiQuotesIsRead() throws Exception {
        PipelineConfig pipeline = schema("unreadable");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            insert("unreadable", 1, 5);
            engines.source.execute(
                    "unreadable", "SET sql_mode = 'ANSI_QUOTES'", "CREATE TABLE \"un read\" (id INT PRIMARY KEY)");
            insert("unreadable", 6, 9);
            assertThat(insertedIds(pipeline, 9 + 2)).isEqualTo(numbers(1, 9));
            engines.source.execute("unreadable", "INSERT INTO `un read` VALUES (10)");
            assertThat(insertedIds(pipeline, 10 + 2)).containsExactlyInAnyOrderElementsOf(numbers(1, 10));
            assertThat(server.status().errorCode()).isNull();
        }
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            insert("unreadable", 11, 12);
            assertThat(insertedIds(pipeline, 12 + 2)).containsExactlyInAnyOrderElementsOf(numbers(1, 12));
            assertThat(restarted.status().errorCode()).isNull();
        }
    }

    @Test
    void aStatementOnATableThatIsNotCapturedStopsNothing() throws Exception {
        PipelineConfig pipeline = schema("others");
        engines.source.execute(
                "", "CREATE SCHEMA elsewhere", "CREATE TABLE elsewhere.t (id INT PRIMARY KEY, name TEXT)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            asStatements("REPLACE INTO elsewhere.t VALUES (1, 'x')", "UPDATE elsewhere.t SET name = 'y' WHERE id = 1");
            insert("others", 1, 5);
            assertThat(insertedIds(pipeline, 5)).isEqualTo(numbers(1, 5));
            assertThat(server.status().errorCode()).isNull();
        }
    }

    @Test
    void anXaTransactionStopsTheCaptureBeforeItsRows() throws Exception {
        PipelineConfig pipeline = schema("xa");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            insert("xa", 1, 2);
            try (Connection client = engines.source.connect("xa");
                    Statement statement = client.createStatement()) {
                statement.execute("XA START 'tx1'");
                statement.execute("INSERT INTO t VALUES (3, 'prepared')");
                statement.execute("XA END 'tx1'");
                statement.execute("XA PREPARE 'tx1'");
                statement.execute("XA ROLLBACK 'tx1'");
            }
            insert("xa", 4, 5);
            CaptureStatusAt stop = untilStopped(server, ErrorCode.SOURCE_XA);
            assertThat(stop.statement()).startsWith("XA START X'747831'");
            assertThat(insertedIds(pipeline, 2)).isEqualTo(numbers(1, 2));

            assertThat(server.service().skip(stop.place(), "ann")).isTrue();
            assertThat(insertedIds(pipeline, 5)).isEqualTo(numbers(1, 5));
        }
    }

    @Test
    void aPreparedXaTransactionKeepsASnapshotFromBeginning() throws Exception {
        PipelineConfig pipeline = schema("prepared");
        try (Connection client = engines.source.connect("prepared");
                Statement statement = client.createStatement()) {
            statement.execute("XA START 'tx2'");
            statement.execute("INSERT INTO t VALUES (1, 'prepared')");
            statement.execute("XA END 'tx2'");
            statement.execute("XA PREPARE 'tx2'");
            try (CdcServer server = CdcServer.start(pipeline)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> server.exits().equals(List.of(2)));
                assertThat(server.status().lastError()).contains("prepared XA transactions, 1 of them");
            }
            statement.execute("XA COMMIT 'tx2'");
        }
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            await().atMost(Duration.ofSeconds(30)).until(() -> server.status().captured() == 2);
        }
    }

    @Test
    void aPurgedBinlogStopsTheCaptureInsteadOfASilentJump() throws Exception {
        PipelineConfig pipeline = schema("purged");
        publishThree(pipeline, "purged");
        insert("purged", 4, 6);
        engines.source.execute("", "FLUSH BINARY LOGS", "PURGE BINARY LOGS BEFORE NOW() + INTERVAL 1 DAY");
        insert("purged", 7, 9);
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> restarted.status().state() == CaptureState.FAILED);
            assertThat(restarted.status().errorCode()).isEqualTo("source-position-lost");
            assertThat(restarted.status().lastError()).contains("no longer available on the server");
            assertThat(restarted.status().captured()).isZero();
            assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
        }
    }

    /** By GTIDs the new binlog can be read on, and its places come before those of what is published. */
    @Test
    void binlogsThatAreBegunAnewStopTheCaptureInsteadOfBeingTakenForPublished() throws Exception {
        PipelineConfig pipeline = schema("anew");
        engines.source.execute("", "FLUSH BINARY LOGS", "FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        publishThree(pipeline, "anew");
        engines.source.restartBinlogs();
        insert("anew", 4, 6);
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            assertIsAnotherBinlog(
                    restarted,
                    "the source's binlog is another one: its last file is mysql-bin.000001, and what was read");
            assertThat(restarted.service().resume()).isTrue();
            assertIsAnotherBinlog(restarted, ", and what was read before is of mysql-bin.00000");
            assertThat(restarted.status().captured()).isZero();
        }
        try (CdcServer again = CdcServer.start(pipeline)) {
            assertIsAnotherBinlog(again, "the source's binlog is another one");
        }
        assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
    }

    /** Without a word the rows of the other file would be read from the middle of it. */
    @Test
    void aBinlogOfTheSameNameThatWasBegunLaterStopsTheCapture() throws Exception {
        engines.source.restartBinlogs();
        PipelineConfig pipeline = schema("namesake");
        publishThree(pipeline, "namesake");
        engines.source.restartBinlogs();
        insert("namesake", 4, 40);
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            assertIsAnotherBinlog(restarted, "it has the file mysql-bin.000001 of the server ");
            assertThat(restarted.status().captured()).isZero();
        }
        assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
    }

    @Test
    void binlogsThatAreBegunAnewWhileTheyAreReadStopTheCapture() throws Exception {
        PipelineConfig pipeline = schema("underneath");
        engines.source.execute("", "FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            insert("underneath", 1, 3);
            assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
            engines.source.execute("", "RESET MASTER");
            insert("underneath", 4, 6);
            assertIsAnotherBinlog(server, "its last file is mysql-bin.000001, and what was read");
        }
        assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
    }

    /** Its rows are not read either: another snapshot is asked for, and nothing of it is published. */
    @Test
    void anotherServerBehindTheAddressStopsTheCapture() throws Exception {
        PipelineConfig pipeline = schema("moved");
        publishThree(pipeline, "moved");
        MySql57 other = engines.anotherSource();
        other.execute(
                "",
                "CREATE SCHEMA moved",
                "CREATE TABLE moved.t (id INT PRIMARY KEY, name LONGTEXT)",
                "INSERT INTO moved.t VALUES (7, 'other')");
        engines.queryLog(
                "moved",
                "INSERT INTO cdc_table_snapshot (schema_name, table_name, asked_by, asked_at)"
                        + " VALUES ('moved', 't', 'ann', NOW(6)) RETURNING schema_name");
        try (CdcServer restarted = CdcServer.start(engines.pipeline("moved", other.port(), ""))) {
            assertIsAnotherBinlog(restarted, "the source's binlog is another one: it is that of the server ");
            assertThat(restarted.status().captured()).isZero();
        }
        assertThat(engines.queryLog("moved", "SELECT COUNT(*) FROM cdc_log WHERE event LIKE '%other%'"))
                .containsExactly("0");
        assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
    }

    private static void assertIsAnotherBinlog(CdcServer server, String text) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.FAILED);
        assertThat(server.status().errorCode()).isEqualTo("source-changed");
        assertThat(server.status().lastError()).contains(text);
        assertThat(server.status().stoppedAt()).isNull();
    }

    @Test
    void aLostSchemaHistoryStopsTheCapture() throws Exception {
        PipelineConfig pipeline = schema("history");
        publishThree(pipeline, "history");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", engines.broker.bootstrapServers()))) {
            admin.deleteTopics(List.of(pipeline.schemaHistoryTopic())).all().get();
        }
        insert("history", 4, 6);
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> restarted.status().state() == CaptureState.FAILED);
            assertThat(restarted.status().errorCode()).isEqualTo("topic-changed");
            assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
        }
    }

    @Test
    void aChangedKeyComesAsOneUpdateWhereverAStopFalls() throws Exception {
        PipelineConfig pipeline = schema("rekeys");
        insert("rekeys", 1, 3000);
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("rekeys", "UPDATE t SET id = id + 100000");
            await().atMost(Duration.ofSeconds(60)).until(() -> server.status().captured() > 3001);
        }
        for (int restart = 0; restart < 3; restart++) {
            engines.source.execute("rekeys", "UPDATE t SET id = id + 100000 ORDER BY id DESC");
            try (CdcServer server = CdcServer.start(pipeline)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> server.status().captured() > 0);
            }
        }
        try (CdcServer last = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            untilStreaming(last);
            var updates = topic.await(3000 + 2 + 4 * 3000).stream()
                    .filter(record -> TopicTail.header(record, "operation").equals("update"))
                    .toList();
            assertThat(updates).hasSize(12000).allMatch(record -> record.value().contains("\"oldKey\":{\"id\":"));
            assertThat(updates.stream().map(r -> TopicTail.header(r, "event-id")))
                    .doesNotHaveDuplicates();
            assertThat(engines.queryLog("rekeys", "SELECT COUNT(*) FROM cdc_log WHERE action IN ('insert', 'delete')"))
                    .containsExactly("0");
        }
    }

    private record CaptureStatusAt(String place, String statement) {}

    private static CaptureStatusAt untilStopped(CdcServer server, ErrorCode code) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.FAILED);
        assertThat(server.status().errorCode()).isEqualTo(code.word());
        var at = Objects.requireNonNull(server.status().stoppedAt());
        return new CaptureStatusAt(at.place(), at.statement());
    }

    private static PipelineConfig schema(String name) {
        engines.source.execute(
                "", "CREATE SCHEMA " + name, "CREATE TABLE " + name + ".t (id INT PRIMARY KEY, name LONGTEXT)");
        return engines.pipeline(name, "");
    }

    /** A service that publishes the first three rows, and ends. */
    private static void publishThree(PipelineConfig pipeline, String schema) throws Exception {
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            insert(schema, 1, 3);
            assertThat(insertedIds(pipeline, 3)).isEqualTo(numbers(1, 3));
        }
    }

    private static void insert(String schema, int from, int to) {
        engines.source.execute(
                schema,
                IntStream.rangeClosed(from, to)
                        .mapToObj(id -> "INSERT INTO t VALUES (" + id + ", 'row')")
                        .toArray(String[]::new));
    }

    private static void asStatements(String... statements) throws SQLException {
        try (Connection connection = engines.source.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION binlog_format = 'STATEMENT'");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void untilStreaming(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.STREAMING);
    }

    /** The keys of the inserts that are committed on the topic, once there are that many. */
    private static List<Integer> insertedIds(PipelineConfig pipeline, int count) {
        try (TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            return topic.await(count + 2).stream()
                    .filter(record -> TopicTail.header(record, "operation").equals("insert"))
                    .map(record -> Integer.valueOf(record.key().replaceAll("\\D", "")))
                    .toList();
        }
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
