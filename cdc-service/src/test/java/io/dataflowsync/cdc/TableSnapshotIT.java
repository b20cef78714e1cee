package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.snapshot.SnapshotFigures.TableView;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.log.TableSnapshotLog.Entry;
import io.dataflowsync.cdc.pipeline.TableRequests;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TableSnapshotIT {
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
    void aSnapshotReadsParentsBeforeTheirChildrenAndTellsHowFarItIs() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA family",
                "CREATE TABLE family.grown (id INT PRIMARY KEY)",
                "CREATE TABLE family.child (id INT PRIMARY KEY, parent INT NOT NULL,"
                        + " FOREIGN KEY (parent) REFERENCES grown (id))",
                "CREATE TABLE family.a_toy (id INT PRIMARY KEY, owner INT NOT NULL,"
                        + " FOREIGN KEY (owner) REFERENCES child (id))",
                "INSERT INTO family.grown VALUES (1)",
                "INSERT INTO family.child VALUES (2, 1)",
                "INSERT INTO family.a_toy VALUES (3, 2), (4, 2)");
        PipelineConfig pipeline = engines.pipeline("family", "");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            untilStreaming(server);
            assertThat(topic.await(4 + 2))
                    .filteredOn(record -> TopicTail.header(record, "operation").equals("snapshot"))
                    .extracting(record -> TopicTail.header(record, "table"))
                    .containsExactly("family.grown", "family.child", "family.a_toy", "family.a_toy");
            assertThat(server.status().snapshot()).satisfies(snapshot -> {
                assertThat(snapshot.endedAt()).isNotNull();
                assertThat(snapshot.tables())
                        .containsExactly(
                                new TableView("family.grown", 1, 1, "read"),
                                new TableView("family.child", 1, 1, "read"),
                                new TableView("family.a_toy", 2, 2, "read"));
            });
        }
    }

    @Test
    void aTableThatWasLeftOutIsReadBeforeTheStreamGoesOnAndNothingOfItComesTwice() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA late",
                "CREATE TABLE late.kept (id INT PRIMARY KEY)",
                "CREATE TABLE late.audit (id INT PRIMARY KEY, text VARCHAR(20))",
                "INSERT INTO late.audit VALUES (1, 'early')");
        try (CdcServer without = CdcServer.start(engines.pipeline("late", "tables: { audit: { skip: true } }"))) {
            untilStreaming(without);
        }
        engines.source.execute(
                "late",
                "INSERT INTO audit VALUES (2, 'while away')",
                "UPDATE audit SET text = 'changed' WHERE id = 1",
                "INSERT INTO kept VALUES (1)");
        PipelineConfig pipeline = engines.pipeline("late", "");
        try (CdcServer with = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> with.status().captured() >= 4 && with.status().state() == CaptureState.STREAMING);
            engines.source.execute("late", "UPDATE audit SET text = 'live' WHERE id = 2");
            assertThat(topic.await(2 + 2 + 2 + 1 + 1))
                    .extracting(record -> TopicTail.header(record, "operation") + " "
                            + TopicTail.plain(record.value())
                                    .replaceAll(".*\"table\":\"(\\w+)\".*\"after\":(\\{[^}]*\\}).*", "$1 $2")
                                    .replaceAll(".*\"tables\":(\\[[^]]*\\]).*", "$1"))
                    .containsExactlyInAnyOrder(
                            "snapshot-completed [{\"schema\":\"late\",\"table\":\"kept\"}]",
                            "snapshot-completed [{\"schema\":\"late\",\"table\":\"kept\"}]",
                            "snapshot audit {\"id\":1,\"text\":\"changed\"}",
                            "snapshot audit {\"id\":2,\"text\":\"while away\"}",
                            "snapshot-completed [{\"schema\":\"late\",\"table\":\"audit\"}]",
                            "snapshot-completed [{\"schema\":\"late\",\"table\":\"audit\"}]",
                            "insert kept {\"id\":1}",
                            "update audit {\"id\":2,\"text\":\"live\"}");
            assertLogged("late", 6);
        }
    }

    @Test
    void aTableThatWasMadeWhileItWasLeftOutIsReadToo() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA made",
                "CREATE TABLE made.kept (id INT PRIMARY KEY)",
                "INSERT INTO made.kept VALUES (1)");
        try (CdcServer without =
                CdcServer.start(engines.pipeline("made", "ddl: apply\ntables: { audit: { skip: true } }"))) {
            untilStreaming(without);
            engines.source.execute(
                    "made",
                    "CREATE TABLE audit (id INT PRIMARY KEY)",
                    "INSERT INTO audit VALUES (1), (2)",
                    "INSERT INTO kept VALUES (2)");
            await().atMost(Duration.ofSeconds(60)).until(() -> without.status().captured() >= 3);
        }
        PipelineConfig pipeline = engines.pipeline("made", "");
        try (CdcServer with = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            untilStreaming(with);
            engines.source.execute("made", "INSERT INTO audit VALUES (3)");
            assertThat(topic.await(1 + 2 + 1 + 2 + 2 + 1))
                    .filteredOn(record -> !TopicTail.header(record, "operation").equals("snapshot-completed"))
                    .extracting(
                            record -> TopicTail.header(record, "operation") + " " + TopicTail.header(record, "table"))
                    .containsExactlyInAnyOrder(
                            "snapshot made.kept",
                            "insert made.kept",
                            "snapshot made.audit",
                            "snapshot made.audit",
                            "insert made.audit");
        }
    }

    @Test
    void aTableWithoutAKeyThatIsCapturedAgainIsNotReadASecondTime() throws Exception {
        engines.source.execute(
                "", "CREATE SCHEMA twice", "CREATE TABLE twice.bare (a INT)", "INSERT INTO twice.bare VALUES (1), (1)");
        try (CdcServer first = CdcServer.start(engines.pipeline("twice", ""))) {
            untilStreaming(first);
        }
        try (CdcServer without = CdcServer.start(engines.pipeline("twice", "tables: { bare: { skip: true } }"))) {
            untilStreaming(without);
        }
        try (CdcServer again = CdcServer.start(engines.pipeline("twice", ""))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> again.status().state() == CaptureState.FAILED);
            assertThat(again.status().lastError())
                    .isEqualTo(
                            "keyless-rows at twice/twice.bare: twice.bare has no primary key, and rows of it came to the target"
                                    + " before, by 2 events: those that are to be read now could not be distinguished from them");
            assertThat(again.service().skip("twice/twice.bare", "ann")).isTrue();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> again.service().requests().all().stream().anyMatch(Entry::isDone));
        }
    }

    /** Rows that are written while it is read would come twice. */
    @Test
    void aTableWithoutKeyAndTransactionsDoesNotJoin() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA hits",
                "CREATE TABLE hits.kept (a INT PRIMARY KEY)",
                "CREATE TABLE hits.bare (a INT) ENGINE = MyISAM");
        try (CdcServer without = CdcServer.start(engines.pipeline("hits", "tables: { bare: { skip: true } }"))) {
            untilStreaming(without);
        }
        try (CdcServer with = CdcServer.start(engines.pipeline("hits", ""))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> with.exits().equals(List.of(2)));
            assertThat(with.status().lastError())
                    .contains(
                            "dfs.tables.bare: the table hits.bare has no primary key and no transactions (MyISAM): rows that"
                                    + " are written to it while the snapshot reads would come twice; give it a primary key,");
        }
        engines.source.execute("hits", "ALTER TABLE bare ENGINE = InnoDB");
        try (CdcServer with = CdcServer.start(engines.pipeline("hits", ""))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> with.service().requests().all().stream().anyMatch(Entry::isDone));
        }
    }

    /** Their rows stand in the binlog before the snapshot, and are in no table yet. */
    @Test
    void noRowsAreReadWhileAnXaTransactionIsPrepared() throws Exception {
        engines.source.execute("", "CREATE SCHEMA later", "CREATE TABLE later.t (a INT PRIMARY KEY, v INT)");
        engines.source.execute("later", "CREATE TABLE audit (a INT PRIMARY KEY)");
        try (CdcServer server = CdcServer.start(engines.pipeline("later", "tables: { audit: { skip: true } }"));
                Connection client = engines.source.connect("later");
                Statement statement = client.createStatement()) {
            untilStreaming(server);
            statement.execute("XA START 'late'");
            statement.execute("INSERT INTO audit VALUES (1)");
            statement.execute("XA END 'late'");
            statement.execute("XA PREPARE 'late'");
            assertThat(server.service().requests().ask(List.of("t"), "ann")).isEmpty();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> "xa-prepared".equals(server.status().errorCode()));
            assertThat(server.status().lastError())
                    .isEqualTo("no rows are read while the source has prepared XA transactions, 1 of them");
            statement.execute("XA COMMIT 'late'");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> server.service().requests().all().stream().allMatch(Entry::isDone));
        }
    }

    @Test
    void aSnapshotWhoseEndIsPublishedIsDoneThoughNobodyNotedIt() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA noted",
                "CREATE TABLE noted.t (id INT PRIMARY KEY)",
                "INSERT INTO noted.t VALUES (1)");
        PipelineConfig pipeline = engines.pipeline("noted", "");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            assertThat(server.service().requests().ask(List.of("t"), "ann")).isEmpty();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> server.service().requests().all().stream().allMatch(Entry::isDone));
        }
        engines.log.execute("dfs_noted", "UPDATE cdc_table_snapshot SET done_at = NULL");
        try (CdcServer next = CdcServer.start(pipeline)) {
            untilStreaming(next);
            assertThat(next.service().requests().all()).singleElement().satisfies(entry -> assertThat(entry.isDone())
                    .isTrue());
            assertLogged("noted", 4);
        }
    }

    @Test
    void aSchemaThatWasNotFollowedIsRefused() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA one",
                "CREATE SCHEMA other",
                "CREATE TABLE one.t (id INT PRIMARY KEY)",
                "CREATE TABLE other.t (id INT PRIMARY KEY)");
        try (CdcServer server = CdcServer.start(engines.pipeline("one", ""))) {
            untilStreaming(server);
        }
        String more = engines.text("one", engines.source.port(), "").replace("schemas: [one]", "schemas: [one, other]");
        try (CdcServer next = CdcServer.start(Pipelines.read(more))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> next.exits().equals(List.of(2)));
        }
        try (CdcServer server = CdcServer.start(engines.pipeline("one", ""))) {
            untilStreaming(server);
        }
    }

    @Test
    void aTableIsReadAgainWhenSomebodyAsksForIt() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA again",
                "CREATE TABLE again.t (id INT PRIMARY KEY)",
                "CREATE TABLE again.bare (a INT)",
                "INSERT INTO again.t VALUES (1)",
                "INSERT INTO again.bare VALUES (1)");
        PipelineConfig pipeline = engines.pipeline("again", "");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            untilStreaming(server);
            assertThat(server.service().requests().ask(List.of("t"), "ann")).isEmpty();
            topic.await(2 + 2 + 1 + 2);
            engines.source.execute("again", "INSERT INTO t VALUES (2)");
            assertThat(topic.await(2 + 2 + 1 + 2 + 1))
                    .filteredOn(record -> !TopicTail.header(record, "operation").equals("snapshot-completed"))
                    .extracting(
                            record -> TopicTail.header(record, "operation") + " " + TopicTail.header(record, "table"))
                    .containsExactlyInAnyOrder(
                            "snapshot again.bare", "snapshot again.t", "snapshot again.t", "insert again.t");
            assertThat(server.service().requests().all()).singleElement().satisfies(entry -> assertThat(entry.isDone())
                    .isTrue());
            assertLogged("again", 6);
        }
    }

    @Test
    void whatCannotBeReadAgainIsRefusedWithTheReason() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA refused",
                "CREATE TABLE refused.bare (a INT)",
                "CREATE TABLE refused.audit (id INT PRIMARY KEY)",
                "INSERT INTO refused.bare VALUES (1)");
        try (CdcServer server = CdcServer.start(engines.pipeline("refused", "tables: { audit: { skip: true } }"))) {
            untilStreaming(server);
            TableRequests requests = server.service().requests();
            assertThat(requests.ask(List.of("nowhere"), "ann"))
                    .isEqualTo(Optional.of("the captured schemas have no table refused.nowhere"));
            assertThat(requests.ask(List.of("refused.audit"), "ann").orElseThrow())
                    .startsWith("refused.audit is not captured");
            assertThat(requests.ask(List.of("bare"), "ann").orElseThrow())
                    .startsWith("refused.bare has no primary key");
            assertThat(requests.all()).isEmpty();
        }
    }

    /** Every event of the topic is in the log, and counted, once; the end of a snapshot, which goes to every lane, too. */
    private static void assertLogged(String project, int events) throws SQLException {
        assertThat(
                        engines.queryLog(
                                project,
                                "SELECT COUNT(*), COUNT(DISTINCT event_id), (SELECT SUM(events) FROM cdc_counter) FROM cdc_log"))
                .containsExactly(events + "|" + events + "|" + events);
    }

    private static void untilStreaming(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.STREAMING);
    }
}
