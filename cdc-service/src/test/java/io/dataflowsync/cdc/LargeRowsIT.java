package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LargeRowsIT {
    private static final Duration LONG = Duration.ofSeconds(120);
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
    void rowsOfSixteenMebibytesPassAndATooLargeOneStopsTheCaptureUntilItIsPassed() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA large",
                "CREATE TABLE large.t (id INT PRIMARY KEY, a LONGBLOB, b LONGBLOB, c LONGBLOB, d LONGBLOB)");
        PipelineConfig pipeline = engines.pipeline("large", "");
        try (CdcServer server = CdcServer.start(pipeline)) {
            await().atMost(LONG).until(() -> server.status().state() == CaptureState.STREAMING);
            engines.source.execute(
                    "large",
                    "INSERT INTO t (id, a) VALUES (1, REPEAT('x', 16 << 20))",
                    "UPDATE t SET b = 'beside' WHERE id = 1",
                    "DELETE FROM t WHERE id = 1");
            assertCaptured(server, 3);

            String twenty = "REPEAT('x', 20 << 20)";
            engines.source.execute(
                    "large",
                    "INSERT INTO t VALUES (2, " + String.join(", ", twenty, twenty, twenty, twenty) + ")",
                    "INSERT INTO t (id) VALUES (3)");
            await().atMost(LONG).until(() -> server.status().state() == CaptureState.FAILED);
            assertThat(server.status().errorCode()).isEqualTo("event-too-large");
            var stop = Objects.requireNonNull(server.status().stoppedAt());
            assertThat(stop.place()).matches("mysql-bin\\.\\d{6}:\\d+:0");
            assertThat(stop.statement())
                    .matches(
                            "insert of large\\.t with the key \\{id=2\\} has 1118\\d{5} bytes, and the topic takes 67108864");
            assertCaptured(server, 3);

            assertThat(server.service().resume()).isTrue();
            await().atMost(LONG).until(() -> server.status().state() == CaptureState.FAILED);
            assertThat(server.service().skip(stop.place(), "ann")).isTrue();
            assertCaptured(server, 4);
        }
    }

    /** That many events, without the end of the snapshot. */
    private static void assertCaptured(CdcServer server, int events) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(server.status().captured()).isEqualTo(1 + events));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(engines.queryLog("large", "SELECT SUM(events) FROM cdc_counter"))
                        .containsExactly(Integer.toString(1 + events)));
    }
}
