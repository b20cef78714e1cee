package io.dataflowsync.dpu.api;

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
     * @param errorCode the failure of the topic, a code of {@code /api/v1/errors}; null if there is none
     * @param remedy what to do about that
     * @param warnings what the target does to rows by itself and an operator must know
     * @param servers the servers that the service is connected to, and which of them answer
     */
    public record Status(
            String service,
            String project,
            String state,
            @Nullable String errorCode,
            @Nullable String remedy,
            @Nullable String lastError,
            List<String> warnings,
            List<LaneStatus> lanes,
            List<ServerView> servers) {}

    /**
     * The state of a lane.
     *
     * @param checkpoint the last offset on the topic that the target has; -1 for none
     * @param logged the last offset that the logs have
     * @param applied the number of events since the lane was claimed
     * @param dead the number of these that are dead letters or wait for one
     * @param held the number of dead letters that are not done, and of events that wait for them
     * @param errorCode the current failure, a code of {@code /api/v1/errors}; null if there is none
     * @param remedy what to do about that
     * @param since when it came into its state
     * @param triedAt when its last failed attempt was; null if it has no failure
     * @param haltedAt the id of the event at which it is halted; null if it is not halted
     * @param passable the statement at which it is halted, if an operator may pass it; else null
     */
    public record LaneStatus(
            int lane,
            String state,
            long epoch,
            long checkpoint,
            long logged,
            long applied,
            long dead,
            int held,
            @Nullable String errorCode,
            @Nullable String remedy,
            @Nullable String lastError,
            Instant since,
            @Nullable Instant triedAt,
            @Nullable String haltedAt,
            @Nullable PassableStatement passable) {

        static LaneStatus of(Lane lane) {
            return new LaneStatus(
                    lane.number(),
                    word(lane.state()),
                    lane.epoch(),
                    lane.checkpoint(),
                    lane.progress(),
                    lane.applied(),
                    lane.dead(),
                    lane.held().size(),
                    lane.lastCode() == null ? null : lane.lastCode().word(),
                    lane.lastCode() == null ? null : lane.lastCode().remedy(),
                    lane.lastCode() == null ? null : lane.lastError(),
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
                topicFailure == null ? null : topicFailure.code().word(),
                topicFailure == null ? null : topicFailure.code().remedy(),
                topicFailure == null ? null : topicFailure.text(),
                service.warnings(),
                lanes,
                servers.views());
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
