package io.dataflowsync.dpu.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.TopicGuard;
import io.dataflowsync.dpu.plan.PassableStatement;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.servicekit.watch.ServerWatches;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Returns the state of the service and its lanes as JSON. */
@Path("/api/v1/status")
public final class DpuStatusResource {
    private final PipelineConfig config;
    private final DpuService service;
    private final ServerWatches servers;

    DpuStatusResource(PipelineConfig config, DpuService service, ServerWatches servers) {
        this.config = config;
        this.service = service;
        this.servers = servers;
    }

    /**
     * The state of the service.
     *
     * @param state {@code idle}, {@code opening}, {@code running} or {@code halted}
     * @param failure the failure of the topic
     * @param warnings what the target does to rows by itself and an operator must know
     * @param servers the servers that the service is connected to, and which of them answer
     */
    public record Status(
            String service,
            String project,
            String state,
            @JsonUnwrapped Failure failure,
            List<String> warnings,
            List<LaneStatus> lanes,
            List<ServerView> servers) {}

    /**
     * A failure, as fields of the object that has it; all are null if there is none.
     *
     * @param errorCode a code of {@code /api/v1/errors}
     * @param remedy what to do about that
     */
    public record Failure(
            @Nullable String errorCode,
            @Nullable String remedy,
            @Nullable String lastError) {
        static Failure of(@Nullable ErrorCode code, @Nullable String text) {
            return code == null ? new Failure(null, null, null) : new Failure(code.word(), code.remedy(), text);
        }
    }

    /**
     * The events of a lane, as fields of its state.
     *
     * @param checkpoint the last offset on the topic that the target has; -1 for none
     * @param logged the last offset that the logs have
     * @param applied the number of events since the lane was claimed
     * @param dead the number of these that are dead letters or wait for one
     * @param held the number of dead letters that are not done, and of events that wait for them
     */
    public record LaneEvents(long checkpoint, long logged, long applied, long dead, int held) {}

    /**
     * The state of a lane.
     *
     * @param failure the current failure
     * @param since when it came into its state
     * @param triedAt when its last failed attempt was; null if it has no failure
     * @param haltedAt the id of the event at which it is halted; null if it is not halted
     * @param passable the statement at which it is halted, if an operator may pass it; else null
     */
    public record LaneStatus(
            int lane,
            String state,
            long epoch,
            @JsonUnwrapped LaneEvents events,
            @JsonUnwrapped Failure failure,
            Instant since,
            @Nullable Instant triedAt,
            @Nullable String haltedAt,
            @Nullable PassableStatement passable) {

        static LaneStatus of(Lane lane) {
            return new LaneStatus(
                    lane.number(),
                    word(lane.state()),
                    lane.epoch(),
                    new LaneEvents(
                            lane.checkpoint(),
                            lane.progress(),
                            lane.applied(),
                            lane.dead(),
                            lane.held().size()),
                    Failure.of(lane.lastCode(), lane.lastError()),
                    lane.since(),
                    lane.triedAt(),
                    lane.haltedAt(),
                    lane.passable());
        }
    }

    /** Answers from memory alone, so that it answers at once whatever state the servers are in. */
    @GET
    @NonBlocking
    public Status status() {
        List<LaneStatus> lanes = service.lanes().stream().map(LaneStatus::of).toList();
        TopicGuard.Failure topicFailure = service.topicFailure();
        return new Status(
                "dpu-service",
                config.project(),
                word(service.state()),
                topicFailure == null ? Failure.of(null, null) : Failure.of(topicFailure.code(), topicFailure.text()),
                service.warnings(),
                lanes,
                servers.views());
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
