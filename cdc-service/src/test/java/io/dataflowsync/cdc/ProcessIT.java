package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProcessIT {
    private static final Duration LONG = Duration.ofSeconds(90);
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
    void anOperatorSeesWhatIsWrongAndLetsTheCaptureGoOn() throws Exception {
        try (CdcProcess service = new CdcProcess(schema("operator"), "secret")) {
            await().atMost(LONG).until(() -> service.get("/api/v1/status").contains("STREAMING"));
            assertThat(service.post("/api/v1/capture/resume", "", "secret"))
                    .isEqualTo(
                            "409 {\"code\":\"conflict\",\"message\":\"the capture has not failed, its state is STREAMING\","
                                    + "\"remedy\":\"Read the state again: it is not one in which this can be done.\","
                                    + "\"where\":\"POST /api/v1/capture/resume\"}");
            try (Connection connection = engines.source.connect("operator");
                    Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION binlog_format = 'STATEMENT'");
                statement.execute("INSERT INTO t VALUES (1)");
            }
            await().atMost(LONG).until(() -> service.get("/api/v1/status").contains("source-statement"));
            String status = service.get("/api/v1/status");
            assertThat(status).contains("\"state\":\"FAILED\"", "\"remedy\":\"The binlog has a statement");
            assertThat(service.get("/q/health/ready")).startsWith("503").contains("source-statement", "remedy");
            assertThat(service.get("/q/health/live")).startsWith("200");

            String skip = "{\"place\":\"" + place(status) + "\"}";
            assertThat(service.post("/api/v1/capture/skip", skip, "")).startsWith("401 {\"code\":\"sign-in-required\"");
            assertThat(service.post("/api/v1/capture/skip", skip, "wrong"))
                    .startsWith("401 {\"code\":\"wrong-password\"");
            assertThat(service.post("/api/v1/capture/skip", "{}", "secret"))
                    .startsWith("400 {\"code\":\"bad-request\",\"message\":\"write the");
            assertThat(service.post("/api/v1/capture/skip", "{\"place\":\"x\"}", "secret"))
                    .startsWith(
                            "409 {\"code\":\"conflict\",\"message\":\"the capture has not stopped at x: it has stopped at mysql-bin");
            assertThat(service.post("/api/v1/capture/skip", skip, "secret")).startsWith("200");
            await().atMost(LONG).until(() -> service.get("/api/v1/status").contains("STREAMING"));
            assertThat(engines.queryLog("operator", "SELECT skipped_by FROM cdc_skipped"))
                    .containsExactly("admin");
            assertThat(service.log()).doesNotContain("secret");
        }
    }

    @Test
    void theOlderOfTwoServicesEndsAndSaysWhy() throws Exception {
        String pipeline = schema("two");
        try (CdcProcess older = new CdcProcess(pipeline, "")) {
            await().atMost(LONG).until(() -> older.get("/api/v1/status").contains("STREAMING"));
            assertThat(older.post("/api/v1/capture/resume", "", "any")).startsWith("401 {\"code\":\"wrong-password\"");
            try (CdcProcess newer = new CdcProcess(pipeline, "")) {
                await().atMost(LONG).until(() -> !older.isAlive());
                assertThat(older.exitCode()).isEqualTo(1);
                assertThat(older.log())
                        .contains("This instance ends (instance-taken-over): another instance took over"
                                + " the transactional id dfs-two-cdc");
                await().atMost(LONG).until(() -> newer.get("/api/v1/status").contains("STREAMING"));
                engines.source.execute("two", "INSERT INTO t VALUES (1)");
                await().atMost(LONG).untilAsserted(() -> assertThat(
                                engines.queryLog("two", "SELECT COUNT(*) FROM cdc_log WHERE action = 'insert'"))
                        .containsExactly("1"));
                assertThat(newer.isAlive()).isTrue();
            }
        }
    }

    private static String place(String status) {
        Matcher place = Pattern.compile("\"place\":\"([^\"]+)\"").matcher(status);
        assertThat(place.find()).isTrue();
        return place.group(1);
    }

    private static String schema(String name) {
        engines.source.execute("", "CREATE SCHEMA " + name, "CREATE TABLE " + name + ".t (id INT PRIMARY KEY)");
        return engines.text(name, engines.source.port(), "");
    }
}
