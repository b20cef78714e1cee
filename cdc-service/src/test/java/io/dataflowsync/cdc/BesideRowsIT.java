package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus.StoppedAt;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the binlog says beside rows is carried; what is not whole or not proven stops, with a place, and is passed when somebody says so. */
class BesideRowsIT {
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
    void theChecksAndTheSessionComeWithTheEvents() throws Exception {
        PipelineConfig pipeline = schema("beside", "id INT PRIMARY KEY, v VARCHAR(20)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("beside", "SET foreign_key_checks = 0", "INSERT INTO t VALUES (1, 'off')");
            engines.source.execute("beside", "SET unique_checks = 0", "UPDATE t SET v = 'loose'");
            engines.source.execute("beside", "SET foreign_key_checks = 0", "TRUNCATE TABLE t");
            engines.source.execute(
                    "beside",
                    "SET time_zone = '+08:00', timestamp = 1262304000.5, sql_mode = 'NO_ZERO_DATE'",
                    "ALTER TABLE t ADD COLUMN d DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)");
            engines.source.execute("beside", "INSERT INTO t VALUES (2, 'on', NOW(6))");
            List<String> events = events(pipeline, 2 + 6);
            assertThat(of(events, "\"off\"")).contains("\"unchecked\":[\"foreign-keys\"]");
            assertThat(of(events, "\"loose\"")).contains("\"unchecked\":[\"unique-keys\"]");
            assertThat(of(events, "\"operation\":\"truncate\"")).contains("\"unchecked\":[\"foreign-keys\"]");
            assertThat(of(events, "ADD COLUMN d"))
                    .contains("\"session\":{", "NO_ZERO_DATE", "+08:00", "1262304000500000");
            assertThat(of(events, "\"on\"")).doesNotContain("unchecked");
        }
    }

    @Test
    void rowsThatLackWhatIsNeededStopBeforeThemAndCanBePassed() throws Exception {
        PipelineConfig pipeline = schema("lacking", "id INT NOT NULL, a VARCHAR(10), x TEXT, UNIQUE (id)");
        engines.source.execute("lacking", "CREATE TABLE keyed (id INT PRIMARY KEY, a VARCHAR(10) DEFAULT 'd')");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("lacking", "INSERT INTO t VALUES (1, 'a', 'text'), (2, 'b', 'more')");
            engines.source.execute(
                    "lacking",
                    "SET binlog_row_image = 'MINIMAL'",
                    "UPDATE t SET a = 'lost' WHERE id = 1",
                    "DELETE FROM t WHERE id = 2",
                    "INSERT INTO keyed (id) VALUES (1)",
                    "INSERT INTO keyed VALUES (2, 'two')");
            engines.source.execute("lacking", "UPDATE t SET a = 'whole' WHERE id = 1");
            StoppedAt update = untilStopped(server, ErrorCode.SOURCE_PARTIAL_IMAGE);
            assertThat(update.statement()).isEqualTo("rows of lacking.t without a, x before the change");
            assertThat(server.service().skip(update.place(), "ann")).isTrue();
            StoppedAt delete = untilStopped(server, ErrorCode.SOURCE_PARTIAL_IMAGE, update);
            assertThat(delete.statement()).isEqualTo("rows of lacking.t without a, x");
            assertThat(server.service().skip(delete.place(), "ann")).isTrue();
            StoppedAt insert = untilStopped(server, ErrorCode.SOURCE_PARTIAL_IMAGE, delete);
            assertThat(insert.statement()).isEqualTo("rows of lacking.keyed without a");
            assertThat(server.service().skip(insert.place(), "ann")).isTrue();
            List<String> events = events(pipeline, 2 + 4);
            assertThat(events).noneMatch(event -> event.contains("\"delete\""));
            assertThat(of(events, "\"two\"")).doesNotContain("partial");
            assertThat(events.stream().filter(event -> event.contains("\"operation\":\"update\"")))
                    .singleElement()
                    .asString()
                    .contains("\"whole\"");
        }
    }

    @Test
    void rowsOfSomeColumnsComeWithThoseAlone() throws Exception {
        PipelineConfig pipeline = schema("image", "id INT PRIMARY KEY, a VARCHAR(10), b INT, x TEXT");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("image", "INSERT INTO t VALUES (1, 'a', 1, 'text'), (2, 'b', 2, 'more')");
            engines.source.execute(
                    "image",
                    "SET binlog_row_image = 'NOBLOB'",
                    "UPDATE t SET a = 'noblob' WHERE id = 1",
                    "UPDATE t SET x = NULL WHERE id = 1");
            engines.source.execute(
                    "image",
                    "SET binlog_row_image = 'MINIMAL'",
                    "UPDATE t SET a = NULL, b = b + 1",
                    "UPDATE t SET id = 9 WHERE id = 1",
                    "DELETE FROM t WHERE id = 2");
            engines.source.execute("image", "UPDATE t SET a = 'whole' WHERE id = 9");
            List<String> events = events(pipeline, 2 + 2 + 6 + 1);
            assertThat(of(events, "\"noblob\""))
                    .contains(
                            "\"before\":{\"id\":1,\"a\":\"a\",\"b\":1},\"after\":{\"id\":1,\"a\":\"noblob\",\"b\":1},",
                            "\"image\":\"partial\"");
            assertThat(of(events, "\"x\":null"))
                    .contains(
                            "\"before\":{\"id\":1,\"a\":\"noblob\",\"b\":1},\"after\":{\"id\":1,\"a\":\"noblob\",\"b\":1,\"x\":null},");
            assertThat(of(events, "\"after\":{\"id\":1,\"a\":null,\"b\":2}")).contains("\"before\":{\"id\":1},");
            assertThat(of(events, "\"after\":{\"id\":2,\"a\":null,\"b\":3}")).contains("\"before\":{\"id\":2},");
            assertThat(of(events, "\"oldKey\""))
                    .contains("\"key\":{\"id\":9},\"oldKey\":{\"id\":1},\"before\":{\"id\":1},\"after\":{\"id\":9},");
            assertThat(of(events, "\"delete\"")).contains("\"before\":{\"id\":2},\"source\"");
            assertThat(of(events, "\"whole\"")).contains("\"x\":null").doesNotContain("partial");
            assertThat(server.status().errorCode()).isNull();
        }
    }

    @Test
    void whatTheEngineIsGivenForAColumnThatIsLeftOutIsInNoEvent() throws Exception {
        PipelineConfig pipeline = schema(
                "gaps",
                "id INT PRIMARY KEY, n INT, t1 TINYINT NOT NULL, s2 SMALLINT UNSIGNED NOT NULL, m3 MEDIUMINT NOT NULL, i4 INT NOT NULL,"
                        + " b8 BIGINT UNSIGNED NOT NULL, f FLOAT NOT NULL, d DOUBLE NOT NULL, dc DECIMAL(30,10) NOT NULL, bi BIT(9) NOT NULL,"
                        + " y YEAR NOT NULL, da DATE NOT NULL, ti TIME(6) NOT NULL, dt DATETIME(3) NOT NULL,"
                        + " ts TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), c CHAR(3) NOT NULL, vc VARCHAR(300) NOT NULL,"
                        + " l1 VARCHAR(9) CHARACTER SET latin1 NOT NULL, lc CHAR(9) CHARACTER SET latin1 NOT NULL,"
                        + " cc CHAR(200) CHARACTER SET utf8mb4 NOT NULL, bn BINARY(3) NOT NULL, vb VARBINARY(9) NOT NULL, tb TINYBLOB NOT NULL,"
                        + " tx TEXT NOT NULL, lx LONGTEXT CHARACTER SET latin1 NOT NULL, e ENUM('p','q') NOT NULL, se SET('p','q') NOT NULL,"
                        + " j JSON NOT NULL, g GEOMETRY NOT NULL, p POINT NOT NULL");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute(
                    "gaps",
                    "INSERT INTO t VALUES (1, 1, 1, 2, 3, 4, 8, 1.5, 2.5, 3.5, b'101', 2001, '2001-02-03', '01:02:03', '2001-02-03 04:05:06',"
                            + " '2001-02-03 04:05:06', 'c', 'vc', 'l', 'lc', 'cc', 'bn', 'vb', 'tb', 'tx', 'lx', 'p', 'p,q', '{}',"
                            + " ST_GeomFromText('POINT(1 2)'), ST_GeomFromText('POINT(1 2)'))");
            engines.source.execute(
                    "gaps",
                    "SET binlog_row_image = 'MINIMAL'",
                    "UPDATE t SET n = 2",
                    "UPDATE t SET g = ST_GeomFromText('POINT(3 4)'), da = '2002-02-02'",
                    "DELETE FROM t");
            List<String> events = events(pipeline, 2 + 4);
            assertThat(of(events, "\"n\":2")).contains("\"before\":{\"id\":1},\"after\":{\"id\":1,\"n\":2},\"source\"");
            assertThat(of(events, "2002-02-02"))
                    .contains("\"before\":{\"id\":1},\"after\":{\"id\":1,\"da\":\"2002-02-02\",\"g\":{");
            assertThat(of(events, "\"delete\"")).contains("\"before\":{\"id\":1},\"source\"");
            assertThat(server.status().errorCode()).isNull();
        }
    }

    @Test
    void aStatementThatTheEngineFailsAtIsReadAllTheSame() throws Exception {
        PipelineConfig pipeline = schema("capital", "id INT PRIMARY KEY, Label VARCHAR(20), Amount INT");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute(
                    "capital",
                    "ALTER TABLE t MODIFY COLUMN Label VARCHAR(20) AFTER Amount",
                    "INSERT INTO t VALUES (1, 11, 'one')");
            assertThat(of(events(pipeline, 2 + 2 + 1), "\"operation\":\"insert\""))
                    .contains("\"after\":{\"id\":1,\"Amount\":11,\"Label\":\"one\"}");
        }
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            engines.source.execute("capital", "INSERT INTO t VALUES (2, 22, 'two')");
            assertThat(of(events(pipeline, 2 + 2 + 2), "\"id\":2")).contains("\"Amount\":22,\"Label\":\"two\"");
            assertThat(restarted.status().errorCode()).isNull();
        }
    }

    @Test
    void aStatementInWhichTheEngineFindsManyErrorsIsReadAllTheSame() throws Exception {
        PipelineConfig pipeline = schema("errors", "id INT PRIMARY KEY, v INT");
        String create = "CREATE TABLE made (id INT PRIMARY KEY, manual INT, parallel INT, qualify INT, tablesample INT,"
                + " library INT, external INT)";
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("errors", create, "INSERT INTO made VALUES (1, 1, 2, 3, 4, 5, 6)");
            List<String> events = events(pipeline, 2 + 2 + 1);
            assertThat(of(events, "\"operation\":\"schema-change\"")).contains(create);
            assertThat(of(events, "\"operation\":\"insert\""))
                    .contains(
                            "\"manual\":1,\"parallel\":2,\"qualify\":3,\"tablesample\":4,\"library\":5,\"external\":6");
        }
    }

    @Test
    void whatNothingProvesStopsAndItsRowsAreNotReadUntilALaterStatementIsProven() throws Exception {
        PipelineConfig pipeline = schema("unproven", "id INT PRIMARY KEY, first INT, after INT");
        String unread = "ALTER TABLE t MODIFY first INT AFTER after, MODIFY after INT FIRST";
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
        }
        engines.source.execute(
                "unproven",
                unread,
                "INSERT INTO t (id, first, after) VALUES (1, 11, 12)",
                "ALTER TABLE t ADD COLUMN z INT",
                "INSERT INTO t (id, first, after, z) VALUES (2, 21, 22, 23)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            StoppedAt statement = untilStopped(server, ErrorCode.DEFINITION_UNPROVEN);
            assertThat(statement.statement()).startsWith(unread + " -- the statement cannot be read");
            assertThat(server.service().skip(statement.place(), "ann")).isTrue();
            StoppedAt rows = untilStopped(server, ErrorCode.DEFINITION_UNPROVEN, statement);
            assertThat(rows.statement()).startsWith("unproven.t");
            assertThat(server.service().skip(rows.place(), "ann")).isTrue();
            List<String> events = events(pipeline, 2 + 2 + 2 + 1);
            assertThat(of(events, "\"operation\":\"insert\"")).contains("\"id\":2", "\"first\":21", "\"after\":22");
            assertThat(events).noneMatch(event -> event.contains("\"first\":11"));
        }
    }

    @Test
    void rowsBehindAStatementThatNothingProvesAreReadWithTheDefinitionThatCameWithTheSkip() throws Exception {
        PipelineConfig pipeline = schema("provided", "id INT PRIMARY KEY, first INT, after INT");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
        }
        engines.source.execute(
                "provided",
                "ALTER TABLE t MODIFY first INT AFTER after, MODIFY after INT FIRST",
                "INSERT INTO t (id, first, after) VALUES (1, 11, 12)",
                "ALTER TABLE t ADD COLUMN z INT",
                "INSERT INTO t (id, first, after, z) VALUES (2, 21, 22, 23)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            StoppedAt statement = untilStopped(server, ErrorCode.DEFINITION_UNPROVEN);
            String definition = "CREATE TABLE t (after INT, id INT PRIMARY KEY, first INT)";
            assertThat(server.service().skip(statement.place(), definition, "ann"))
                    .isTrue();
            List<String> events = events(pipeline, 2 + 2 + 2 + 2);
            assertThat(of(events, "\"after\":{\"after\":12")).contains("\"id\":1,\"first\":11");
            assertThat(of(events, "\"after\":{\"after\":22")).contains("\"id\":2,\"first\":21,\"z\":23");
        }
    }

    @Test
    void statementsAboutNoTableNeverStopTheCaptureWhateverTheEngineMakesOfThem() throws Exception {
        PipelineConfig pipeline = schema("beyond", "id INT PRIMARY KEY, v VARCHAR(20)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute(
                    "beyond",
                    "ALTER DATABASE CHARACTER SET latin1",
                    "CREATE PROCEDURE lead (system INT) BEGIN DECLARE rank INT; SET rank = system; END",
                    "CREATE TRIGGER window BEFORE INSERT ON t FOR EACH ROW SET NEW.v = CONCAT(NEW.v, '!')",
                    "CREATE VIEW lag AS SELECT id AS rank, v AS groups FROM t",
                    "CREATE USER 'grouping'@'%' IDENTIFIED WITH mysql_native_password",
                    "GRANT SELECT ON beyond.* TO 'grouping'@'%'",
                    "CREATE FUNCTION cume (x INT) RETURNS INT DETERMINISTIC NO SQL RETURN x",
                    "DROP FUNCTION cume",
                    "DROP VIEW lag",
                    "DROP USER 'grouping'@'%'",
                    "INSERT INTO t VALUES (1, 'one')");
            List<String> events = events(pipeline, 2 + 2 + 1);
            assertThat(of(events, "\"operation\":\"insert\"")).contains("\"v\":\"one!\"");
            assertThat(of(events, "\"operation\":\"schema-change\"")).contains("ALTER DATABASE CHARACTER SET latin1");
            assertThat(server.status().errorCode()).isNull();
        }
    }

    @Test
    void aSchemaThatIsDroppedTakesEachOfItsTablesAlong() throws Exception {
        PipelineConfig pipeline = schema("gone", "id INT PRIMARY KEY, v VARCHAR(20)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("gone", "DROP DATABASE gone");
            engines.source.execute("", "CREATE DATABASE gone CHARACTER SET latin1");
            engines.source.execute(
                    "gone", "CREATE TABLE t (id INT PRIMARY KEY, w TEXT)", "INSERT INTO t VALUES (1, 'é')");
            List<String> events = events(pipeline, 2 + 2 + 2 + 2 + 1);
            assertThat(of(events, "DROP TABLE IF EXISTS `gone`.`t`")).contains("\"table\":\"t\"");
            assertThat(of(events, "CREATE DATABASE gone CHARACTER SET latin1")).doesNotContain("\"table\"");
            assertThat(of(events, "\"operation\":\"insert\"")).contains("\"after\":{\"id\":1,\"w\":\"é\"}");
        }
    }

    @Test
    void aMemoryTableThatARestartEmptiedComesAsTruncate() throws Exception {
        PipelineConfig pipeline = schema("memory", "id INT PRIMARY KEY, v INT");
        engines.source.execute("memory", "CREATE TABLE m (id INT PRIMARY KEY, v INT) ENGINE = MEMORY");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("memory", "INSERT INTO m VALUES (3, 3)");
            engines.source.restart();
            engines.source.execute("memory", "INSERT INTO m VALUES (4, 4)", "INSERT INTO t VALUES (9, 9)");
            List<String> events = events(pipeline, 2 + 4);
            assertThat(of(events, "\"operation\":\"truncate\"")).contains("\"table\":\"m\"");
            assertThat(server.status().errorCode()).isNull();
        }
    }

    private static PipelineConfig schema(String name, String columns) {
        engines.source.execute("", "CREATE SCHEMA " + name, "CREATE TABLE " + name + ".t (" + columns + ")");
        return engines.pipeline(name, "");
    }

    @Test
    void aParentOfAnotherSchemaIsFollowedToItsNewNameAcrossARestart() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA child",
                "CREATE SCHEMA elsewhere",
                "CREATE TABLE elsewhere.p (id INT PRIMARY KEY)",
                "CREATE TABLE child.c (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES elsewhere.p (id) ON DELETE"
                        + " CASCADE)",
                "INSERT INTO elsewhere.p VALUES (1), (2)",
                "INSERT INTO child.c VALUES (1, 1), (2, 2)");
        PipelineConfig pipeline = engines.pipeline("child", "");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            engines.source.execute("child", "RENAME TABLE elsewhere.p TO elsewhere.q", "INSERT INTO c VALUES (3, 2)");
            events(pipeline, 2 + 2 + 1);
        }
        try (CdcServer restarted = CdcServer.start(pipeline)) {
            untilStreaming(restarted);
            engines.source.execute("elsewhere", "DELETE FROM q WHERE id = 1");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> restarted.status().state() == CaptureState.FAILED);
            assertThat(restarted.status().errorCode()).isEqualTo("source-cascade");
            assertThat(restarted.status().lastError()).contains("child.c");
        }
    }

    private static void untilStreaming(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.STREAMING);
    }

    private static StoppedAt untilStopped(CdcServer server, ErrorCode code) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> server.status().state() == CaptureState.FAILED
                        && code.word().equals(server.status().errorCode()));
        return Objects.requireNonNull(server.status().stoppedAt());
    }

    private static StoppedAt untilStopped(CdcServer server, ErrorCode code, StoppedAt last) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> server.status().stoppedAt() != null
                        && !last.equals(server.status().stoppedAt()));
        return untilStopped(server, code);
    }

    private static List<String> events(PipelineConfig pipeline, int count) {
        try (TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            return topic.await(count).stream().map(ConsumerRecord::value).toList();
        }
    }

    private static String of(List<String> events, String part) {
        return events.stream()
                .filter(event -> event.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " is in none of " + String.join("\n", events)));
    }
}
