package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;

/** How far the capture of a pipeline has come: past all that the source has done so far, or standing before some of it. */
record CapturePoint(FaultPipeline pipeline) {
    /** The password of the user who may skip; the services are started with it. */
    static final String PASSWORD = "of the operator";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns whether the capture stands still before something that the source has done up to now. */
    boolean stopsBeforeNow() {
        pipeline.source("INSERT INTO last_row VALUES ()");
        String key = pipeline.onSource("SELECT MAX(id) FROM last_row").get(0);
        AtomicBoolean stopped = new AtomicBoolean();
        await("the capture comes to the last row, or stops")
                .atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .until(() -> {
                    pipeline.cdc().failIfDead();
                    stopped.set(isFailed(status()));
                    return stopped.get() || isCaptured(key);
                });
        return stopped.get();
    }

    private boolean isCaptured(String lastRow) {
        return pipeline.countInLog("cdc_log WHERE table_name = 'last_row'") >= Long.parseLong(lastRow);
    }

    /** Whether it stands still now. */
    boolean isStopped() {
        return isFailed(status());
    }

    private static boolean isFailed(JsonNode status) {
        return status.path("state").asText().equals("FAILED");
    }

    /** The capture's part of the status. */
    JsonNode status() {
        return read(pipeline.cdc()).path("capture");
    }

    private static JsonNode read(ServiceProcess service) {
        try {
            return JSON.readTree(FaultPipeline.status(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until all that the source has done is dealt with; an error says who stands still, and why. */
    void awaitApplied() {
        assertThat(stopsBeforeNow()).as("the capture stops: %s", status()).isFalse();
        try {
            await().atMost(PATIENCE).pollInterval(INTERVAL).until(pipeline::isAllDealtWith);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not all is dealt with: " + lanes(), e);
        }
    }

    /** Whether both services and all lanes run, and all that was captured is dealt with. */
    boolean isRunning() {
        return pipeline.cdc().child().isAlive()
                && pipeline.dpu().child().isAlive()
                && !isStopped()
                && pipeline.isAllDealtWith()
                && StreamSupport.stream(lanes().spliterator(), false)
                        .allMatch(lane -> lane.path("state").asText().equals("running"));
    }

    JsonNode lanes() {
        return read(pipeline.dpu()).path("lanes");
    }

    /** Waits until a lane is halted, or all that the source has done is dealt with. */
    Optional<JsonNode> haltedLane() {
        assertThat(stopsBeforeNow()).as("the capture stops: %s", status()).isFalse();
        AtomicReference<Optional<JsonNode>> halted = new AtomicReference<>(Optional.empty());
        await("a lane is halted, or all is dealt with")
                .atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .until(() -> {
                    halted.set(StreamSupport.stream(lanes().spliterator(), false)
                            .filter(lane -> lane.path("state").asText().equals("halted"))
                            .findFirst());
                    return halted.get().isPresent() || pipeline.isAllDealtWith();
                });
        return halted.get();
    }

    /** Acknowledges the place that the capture stands before, and returns when it has left that. */
    void skip(String definition) {
        String place = status().path("stoppedAt").path("place").asText();
        new OperatorCalls(pipeline).skip(place, definition);
        await("the capture leaves " + place)
                .atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .until(() -> !isFailed(status())
                        || !status().path("stoppedAt").path("place").asText().equals(place));
    }
}
