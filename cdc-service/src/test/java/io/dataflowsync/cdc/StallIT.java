package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.sandbox.fire.TcpProxy;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StallIT {
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
    void aConnectionThatIsDeadAndDoesNotSaySoIsOpenedAgain() throws Exception {
        engines.source.execute("", "CREATE SCHEMA dead", "CREATE TABLE dead.t (id INT PRIMARY KEY)");
        try (TcpProxy line = TcpProxy.before(engines.source.port())) {
            PipelineConfig pipeline = engines.pipeline("dead", line.port(), "");
            try (CdcServer server = CdcServer.start(pipeline)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> server.status().state() == CaptureState.STREAMING);
                engines.source.execute("dead", "INSERT INTO t VALUES (1)");
                untilCaptured(1);

                line.silence();
                engines.source.execute("dead", "INSERT INTO t VALUES (2)");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> server.status().state() == CaptureState.RETRYING);
                assertThat(server.status().errorCode()).isEqualTo("source-stalled");
                line.repair();
                untilCaptured(2);

                engines.source.execute("dead", "INSERT INTO t VALUES (3)");
                untilCaptured(3);
                line.cut();
                engines.source.execute("dead", "INSERT INTO t VALUES (4)");
                untilCaptured(4);
            }
        }
    }

    private static void untilCaptured(int rows) throws SQLException {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        engines.queryLog("dead", "SELECT COUNT(*) FROM cdc_log WHERE action = 'insert'"))
                .containsExactly(Integer.toString(rows)));
    }
}
