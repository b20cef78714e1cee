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

/** An event that fails behind the reading stops the capture at its place, and is left out when somebody says so. */
class StoppedEventsIT {
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
    void anEventThatTheLogDoesNotTakeStopsAtItsPlaceAndIsReadWhereTheLogIsMended() throws Exception {
        PipelineConfig pipeline = schema("mended");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            narrow("mended", 1);
            engines.source.execute("mended", "INSERT INTO t VALUES (1)", "INSERT INTO wide VALUES (2)");
            StoppedAt stop = untilStopped(server);
            assertThat(stop.place()).matches("mysql-bin\\.\\d{6}:\\d+:0");
            assertThat(stop.statement()).isEqualTo("insert of mended.wide");
            assertThat(server.status().lastError()).contains("Data too long for column 'table_name'");
            narrow("mended", 64);
            assertThat(server.service().resume()).isTrue();
            assertThat(inserts(pipeline, 2 + 2)).hasSize(2).anyMatch(event -> event.contains("\"id\":2"));
        }
    }

    @Test
    void anEventThatTheLogDoesNotTakeIsLeftOutWithASkip() throws Exception {
        PipelineConfig pipeline = schema("skipped");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
            narrow("skipped", 1);
            engines.source.execute(
                    "skipped", "INSERT INTO t VALUES (1)", "INSERT INTO wide VALUES (2)", "INSERT INTO t VALUES (3)");
            StoppedAt stop = untilStopped(server);
            assertThat(server.service().skip(stop.place(), "ann")).isTrue();
            assertThat(inserts(pipeline, 2 + 2)).hasSize(2).noneMatch(event -> event.contains("\"id\":2"));
            assertThat(engines.queryLog("skipped", "SELECT COUNT(*) FROM cdc_log WHERE action = 'insert'"))
                    .containsExactly("2");
        }
    }

    private static void narrow(String project, int width) {
        engines.log.execute("dfs_" + project, "ALTER TABLE cdc_log MODIFY table_name VARCHAR(" + width + ")");
    }

    private static PipelineConfig schema(String name) {
        engines.source.execute(
                "",
                "CREATE SCHEMA " + name,
                "CREATE TABLE " + name + ".t (id INT PRIMARY KEY)",
                "CREATE TABLE " + name + ".wide (id INT PRIMARY KEY)");
        return engines.pipeline(name, "");
    }

    private static void untilStreaming(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.STREAMING);
    }

    private static StoppedAt untilStopped(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().stoppedAt() != null);
        assertThat(server.status().errorCode()).isEqualTo(ErrorCode.LOG_REFUSES.word());
        return Objects.requireNonNull(server.status().stoppedAt());
    }

    private static List<String> inserts(PipelineConfig pipeline, int count) {
        try (TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            return topic.await(count).stream()
                    .map(ConsumerRecord::value)
                    .filter(event -> event.contains("\"operation\":\"insert\""))
                    .toList();
        }
    }
}
