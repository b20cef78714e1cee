package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;

/** The session of one case on the source, and what the case does beside it: what its steps are made of. */
final class CaseSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MySql57 source;
    private final FaultPipeline pipeline;
    private final CapturePoint capture;
    private final String schema;
    private final String word;
    private Connection connection;

    /**
     * Opens it; its variables, such as {@code sql_mode}, last until it is closed or the source is restarted.
     *
     * @param word that the names of its tables have, and those of no other case; empty where it is alone
     */
    CaseSession(MySql57 source, FaultPipeline pipeline, String schema, String word) {
        this.source = source;
        this.pipeline = pipeline;
        this.capture = new CapturePoint(pipeline);
        this.schema = schema;
        this.word = word;
        this.connection = source.connect(schema);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    void onTarget(String sql) {
        pipeline.target(sql);
    }

    void end(Service service) {
        process(service).kill();
        if (service == Service.DPU) {
            pipeline.removeKilledDpu();
        }
    }

    void start(Service service) {
        process(service).restart();
    }

    private ServiceProcess process(Service service) {
        return service == Service.CDC ? pipeline.cdc() : pipeline.dpu();
    }

    void restartSource() throws SQLException {
        connection.close();
        source.restart();
        connection = source.connect(schema);
    }

    /** Waits until all that the source has done is dealt with. */
    void awaitApplied() {
        capture.awaitApplied();
    }

    /**
     * Returns whether the capture stands still before something that the source has done; waits until it does or has come past all.
     *
     * @param code why it must stand still then; empty for any reason that has a place and a remedy
     */
    boolean isStopped(String code) {
        if (!capture.stopsBeforeNow()) {
            return false;
        }
        assertStoppedWithAWayOn(code);
        return true;
    }

    /**
     * Returns whether a lane is halted; waits until one is or all that the source has done is dealt with.
     *
     * @param code why it must be halted then; empty for any reason
     */
    boolean isHalted(String code) {
        Optional<JsonNode> lane = capture.haltedLane();
        lane.ifPresent(halted -> assertThat(halted.path("errorCode").asText())
                .as("why the lane is halted: %s", halted)
                .isEqualTo(code.isEmpty() ? halted.path("errorCode").asText() : code));
        return lane.isPresent();
    }

    /** Waits until a lane is halted for this reason: it may stand before the statement ahead for a moment longer. */
    void awaitHalted(String code) {
        AtomicReference<Optional<JsonNode>> last = new AtomicReference<>(Optional.empty());
        try {
            await().atMost(PATIENCE).until(() -> {
                last.set(capture.haltedLane());
                return last.get()
                        .filter(lane -> code.isEmpty()
                                || lane.path("errorCode").asText().equals(code))
                        .isPresent();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "no lane is halted for " + code + ": " + last.get() + "; the last statements: "
                            + pipeline.inLog(
                                    "SELECT status, sql_text, error FROM dpu_log WHERE action = 'schema-change'"
                                            + " ORDER BY id DESC LIMIT 3"),
                    e);
        }
    }

    void changeRule(String rule) {
        pipeline.changeRule(rule);
    }

    void changeDdl(String setting) {
        pipeline.changeDdl(setting);
    }

    void awaitStopped(String code) {
        assertThat(capture.stopsBeforeNow()).as("the capture stops").isTrue();
        assertStoppedWithAWayOn(code);
    }

    private void assertStoppedWithAWayOn(String code) {
        JsonNode status = capture.status();
        assertThat(status.path("stoppedAt").path("place").asText())
                .as("the place: %s", status)
                .matches(".+:\\d+");
        assertThat(status.path("remedy").asText()).as("the remedy: %s", status).isNotBlank();
        assertThat(status.path("errorCode").asText())
                .as("the reason: %s", status)
                .isEqualTo(code.isEmpty() ? status.path("errorCode").asText() : code)
                .isNotEqualTo("capture-failed");
    }

    /**
     * Lets the capture pass what it stands before.
     *
     * @param definition of the table behind the statement; empty for none
     */
    void skip(String definition) {
        assertThat(capture.stopsBeforeNow())
                .as("the capture stops, so that there is something to skip")
                .isTrue();
        capture.skip(definition);
    }

    /** Gives up the case's dead letters, and what becomes one when those before it are given up. */
    void dismissLetters() {
        capture.awaitApplied();
        new OperatorCalls(pipeline).dismissAll(word);
    }

    /** Applies the case's dead letters again, until all are applied. */
    void replayLetters() {
        new OperatorCalls(pipeline).replayAll(word);
    }

    /** Passes the statement of the case before which a lane stands still. */
    void passStatement() {
        new OperatorCalls(pipeline).passStatement(word);
    }

    /** Reads a table's rows again, and returns when the capture has done so. */
    void readAgain(String table) {
        new OperatorCalls(pipeline).readAgain(schema + "." + table);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
