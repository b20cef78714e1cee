package io.dataflowsync.dpu.api;

import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.watch.ServerView;
import io.dataflowsync.contract.watch.ServerWatches;
import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.TopicGuard;
import io.dataflowsync.dpu.plan.PassableStatement;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the service fares, as JSON. */
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
     * How the service fares.
     *
     * @param state {@code idle}, {@code opening}, {@code running} or {@code halted}
     * @param errorCode what is amiss with the topic, a word of {@code /api/v1/errors}; null where nothing is
     * @param remedy what to do about that
     * @param warnings what the target does to rows by itself that people must know of
     * @param servers those that the service is connected to, and which of them answer
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
     * How a lane fares.
     *
     * @param checkpoint the last offset on the topic that the target has; -1 for none
     * @param logged the last offset that the logs have
     * @param applied events since the lane was claimed
     * @param dead of these, dead letters and those that wait behind them
     * @param held dead letters that are not done with, and those that wait behind them
     * @param errorCode what troubles it now, a word of {@code /api/v1/errors}; null where nothing does
     * @param remedy what to do about that
     * @param since when it came into its state
     * @param triedAt when it tried in vain last; null while nothing troubles it
     * @param haltedAt the id of the event before which it stands still; null while it does not
     * @param passable the statement before which it stands still, where a person may pass it; else null
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

    /** Answers from memory alone, so that it answers at once whatever the servers do. */
    @GET
    @NonBlocking
    public Status status() {
        List<LaneStatus> lanes = service.lanes().stream().map(LaneStatus::of).toList();
        TopicGuard.Trouble trouble = service.trouble();
        return new Status(
                "dpu-service",
                config.project(),
                word(service.state()),
                trouble == null ? null : trouble.code().word(),
                trouble == null ? null : trouble.code().remedy(),
                trouble == null ? null : trouble.text(),
                service.warnings(),
                lanes,
                servers.views());
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
