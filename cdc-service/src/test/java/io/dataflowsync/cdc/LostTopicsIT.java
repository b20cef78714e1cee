package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Topics that are not the ones that they were: the capture stands still before it reads or publishes anything. */
class LostTopicsIT {
    private static Engines engines;
    private static Admin admin;

    @BeforeAll
    static void start() {
        engines = new Engines();
        admin = Admin.create(Map.of("bootstrap.servers", engines.broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        engines.close();
    }

    @Test
    void aTopicThatIsMadeAgainWhileTheServiceRunsStopsItAndStopsTheNextOneToo() throws Exception {
        PipelineConfig pipeline = schema("remade");
        String published;
        try (CdcServer server = CdcServer.start(pipeline)) {
            until(server, CaptureState.STREAMING);
            delete(pipeline.changesTopic());
            NewTopic again = new NewTopic(pipeline.changesTopic(), 2, (short) 1);
            admin.createTopics(List.of(again)).all().get();
            assertStopped(server, "topic-changed", "the topic dfs.remade.changes ");
            published =
                    engines.queryLog("remade", "SELECT MAX(id) FROM cdc_log").get(0);
            engines.source.execute("remade", "INSERT INTO t (name) VALUES ('later')");
        }
        try (CdcServer next = CdcServer.start(pipeline)) {
            assertStopped(next, "topic-changed", "the topic dfs.remade.changes is another one: it had the id ");
            assertThat(next.service().resume()).isTrue();
            assertStopped(next, "topic-changed", "the topic dfs.remade.changes is another one: it had the id ");
        }
        assertThat(engines.queryLog("remade", "SELECT MAX(id) FROM cdc_log")).containsExactly(published);
    }

    @Test
    void topicsThatAreGoneAreNotMadeAgain() throws Exception {
        PipelineConfig pipeline = schema("gone");
        try (CdcServer server = CdcServer.start(pipeline)) {
            until(server, CaptureState.STREAMING);
        }
        delete(pipeline.offsetsTopic());
        try (CdcServer next = CdcServer.start(pipeline)) {
            assertStopped(next, "topic-changed", "the topic dfs.gone.offsets with the id ");
        }
        assertThat(names()).contains(pipeline.changesTopic()).doesNotContain(pipeline.offsetsTopic());
    }

    @Test
    void anOffsetThatWasDeletedIsNoFirstStart() throws Exception {
        PipelineConfig pipeline = schema("emptied");
        try (CdcServer server = CdcServer.start(pipeline)) {
            until(server, CaptureState.STREAMING);
            await().until(() -> engines.queryLog(
                            "emptied", "SELECT end_offset > 0 FROM cdc_topic WHERE topic = 'dfs.emptied.offsets'")
                    .equals(List.of("1")));
        }
        TopicPartition offsets = new TopicPartition(pipeline.offsetsTopic(), 0);
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, pipeline.offsetsTopic()),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("cleanup.policy", "compact,delete"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
        admin.deleteRecords(Map.of(offsets, RecordsToDelete.beforeOffset(-1)))
                .all()
                .get();
        try (CdcServer next = CdcServer.start(pipeline)) {
            assertStopped(
                    next, "topic-changed", "the topic dfs.emptied.offsets holds no source offset, and had reached");
        }
    }

    @Test
    void rowsWithoutAKeyThatCameByAnEarlierTopicAreNotBroughtTwice() throws Exception {
        PipelineConfig pipeline = schema("first");
        engines.source.execute("first", "CREATE TABLE n (what INT)", "INSERT INTO n VALUES (1)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            until(server, CaptureState.STREAMING);
        }
        String renamed = engines.text("first", engines.source.port(), "").replace("project: first", "project: second");
        try (CdcServer next = CdcServer.start(Pipelines.read(renamed))) {
            assertStopped(next, "keyless-rows", "keyless-rows at second/first.n: first.n has no primary key");
            assertThat(next.service().skip("second/first.n", "ann")).isTrue();
            until(next, CaptureState.STREAMING);
        }
        assertThat(engines.queryLog("first", "SELECT COUNT(*) FROM cdc_log WHERE table_name = 'n'"))
                .containsExactly("2");
    }

    @Test
    void rowsOfATableThatIsGoneWhenASnapshotBeginsAnewAreNamed() throws Exception {
        PipelineConfig pipeline = schema("earlier");
        engines.source.execute(
                "earlier",
                "CREATE TABLE old (id INT PRIMARY KEY)",
                "CREATE TABLE bare (id INT PRIMARY KEY)",
                "INSERT INTO old VALUES (1), (2)");
        try (CdcServer server = CdcServer.start(pipeline)) {
            until(server, CaptureState.STREAMING);
        }
        engines.source.execute("earlier", "RENAME TABLE old TO anew", "DROP TABLE bare");
        String renamed =
                engines.text("earlier", engines.source.port(), "").replace("project: earlier", "project: later");
        try (CdcServer next = CdcServer.start(Pipelines.read(renamed))) {
            assertStopped(
                    next,
                    "table-gone",
                    "table-gone at later/earlier.old: earlier.old is not there any more, or has another name, and its rows came to the"
                            + " target before, by 2 events");
            assertThat(next.service().skip("later/earlier.old", "ann")).isTrue();
            until(next, CaptureState.STREAMING);
        }
    }

    @Test
    void aLogThatIsLostIsNoLogOfThisBroker() throws Exception {
        PipelineConfig pipeline = schema("nolog");
        try (CdcServer server = CdcServer.start(pipeline)) {
            until(server, CaptureState.STREAMING);
        }
        engines.log.execute("", "DROP SCHEMA dfs_nolog");
        try (CdcServer next = CdcServer.start(pipeline)) {
            assertStopped(next, "log-mismatch", "the topic has events up to ");
        }
    }

    private static PipelineConfig schema(String name) {
        engines.source.execute(
                "",
                "CREATE SCHEMA " + name,
                "CREATE TABLE " + name + ".t (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20))",
                "INSERT INTO " + name + ".t (name) VALUES ('x')");
        return engines.pipeline(name, "");
    }

    private static void delete(String topic) throws Exception {
        admin.deleteTopics(List.of(topic)).all().get();
        await().until(() -> !names().contains(topic));
    }

    private static Set<String> names() throws Exception {
        return admin.listTopics().names().get();
    }

    private static void until(CdcServer server, CaptureState state) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == state);
    }

    private static void assertStopped(CdcServer server, String code, String text) {
        until(server, CaptureState.FAILED);
        assertThat(server.status().errorCode()).isEqualTo(code);
        assertThat(server.status().lastError()).contains(text);
        assertThat(server.exits()).isEmpty();
    }
}
