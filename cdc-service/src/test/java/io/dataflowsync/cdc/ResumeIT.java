package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResumeIT {
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
    void aServiceThatIsRestartedAgainAndAgainNeitherLosesNorRepeatsAnEvent() throws Exception {
        PipelineConfig pipeline = schema("restarts");
        try (Writer writer = new Writer("restarts")) {
            for (int i = 1; i <= 4; i++) {
                int enough = 150 * i;
                try (CdcServer server = CdcServer.start(pipeline)) {
                    untilStreaming(server);
                    untilMore(server);
                    await().atMost(Duration.ofSeconds(60)).until(() -> writer.rows() >= enough);
                }
            }
            int rows = writer.finish();
            try (CdcServer last = CdcServer.start(pipeline)) {
                assertExact("restarts", pipeline, rows);
            }
        }
    }

    @Test
    void everyServerMayGoAwayAndComeBack() throws Exception {
        PipelineConfig pipeline = schema("outages");
        try (Writer writer = new Writer("outages");
                CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);

            engines.log.kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> server.status().state() == CaptureState.RETRYING);
            assertThat(server.status().lastError()).contains("could not write the log");
            engines.log.restart();
            untilMore(server);

            engines.broker.kill();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(server.status())
                    .matches(view -> view.state() == CaptureState.RETRYING, "is retrying"));
            assertThat(server.status().lastError()).contains("could not publish");
            engines.broker.restart();
            untilMore(server);

            writer.pause();
            engines.source.kill();
            await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.RETRYING);
            engines.source.restart();
            writer.resume();
            untilMore(server);

            assertExact("outages", pipeline, writer.finish());
            assertThat(server.exits()).isEmpty();
        }
    }

    @Test
    void aSecondInstanceFencesTheFirstOut() throws Exception {
        PipelineConfig pipeline = schema("fenced");
        try (CdcServer first = CdcServer.start(pipeline)) {
            untilStreaming(first);
            try (CdcServer second = CdcServer.start(pipeline)) {
                untilStreaming(second);
                engines.source.execute("fenced", "INSERT INTO t (name) VALUES ('x')");
                await().atMost(Duration.ofSeconds(30)).until(() -> first.exits().equals(List.of(1)));
                assertThat(second.exits()).isEmpty();
                assertExact("fenced", pipeline, 1);
            }
        }
    }

    private static PipelineConfig schema(String name) {
        engines.source.execute(
                "",
                "CREATE SCHEMA " + name,
                "CREATE TABLE " + name + ".t (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20))");
        return engines.pipeline(name, "");
    }

    private static void untilStreaming(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.STREAMING);
    }

    private static void untilMore(CdcServer server) {
        long before = server.status().captured();
        await().atMost(Duration.ofSeconds(90)).until(() -> server.status().captured() > before + 20);
    }

    /** Every row once on the topic, and the same events in the log, counted once. */
    private static void assertExact(String name, PipelineConfig pipeline, int rows) throws SQLException {
        try (TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            List<String> ids = topic.await(rows + 2).stream()
                    .filter(record -> !TopicTail.header(record, "operation").equals("snapshot-completed"))
                    .map(record -> record.key() + "")
                    .toList();
            assertThat(ids).hasSize(rows).doesNotHaveDuplicates();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(engines.queryLog(
                            name,
                            "SELECT COUNT(*), COUNT(DISTINCT event_id), (SELECT SUM(events) FROM cdc_counter)"
                                    + " FROM cdc_log"))
                    .containsExactly((rows + 1) + "|" + (rows + 1) + "|" + (rows + 1)));
        }
    }

    /** Inserts rows, some in transactions of many, until it is told to finish. */
    private static final class Writer implements AutoCloseable {
        private final String schema;
        private final AtomicInteger rows = new AtomicInteger();
        private final AtomicBoolean finished = new AtomicBoolean();
        private volatile boolean paused;
        private volatile boolean idle;
        private final Thread thread = new Thread(this::write, "writer");

        Writer(String schema) {
            this.schema = schema;
            thread.start();
        }

        private void write() {
            while (!finished.get()) {
                idle = paused;
                if (!idle) {
                    insertSome();
                }
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }

        private void insertSome() {
            try (Connection connection = engines.source.connect(schema);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int transaction = 0; transaction < 5; transaction++) {
                    for (int i = 0; i < 3; i++) {
                        statement.execute("INSERT INTO t (name) VALUES ('a'), ('b')");
                    }
                    connection.commit();
                    rows.addAndGet(6);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        int rows() {
            return rows.get();
        }

        void pause() {
            paused = true;
            await().until(() -> idle);
        }

        void resume() {
            paused = false;
        }

        int finish() throws InterruptedException {
            finished.set(true);
            thread.join();
            return rows.get();
        }

        @Override
        public void close() throws InterruptedException {
            finish();
        }
    }
}
