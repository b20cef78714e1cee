package io.dataflowsync.dpu;

import io.dataflowsync.contract.config.PipelineConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the service fares, as JSON. */
@Path("/api/v1/status")
public final class StatusResource {
    private final PipelineConfig config;
    private final DpuService service;

    StatusResource(PipelineConfig config, DpuService service) {
        this.config = config;
        this.service = service;
    }

    /**
     * How the service fares.
     *
     * @param state {@code idle}, {@code opening}, {@code running} or {@code halted}
     * @param errorCode what is amiss with the topic, a word of {@code /api/v1/errors}; null where nothing is
     * @param remedy what to do about that
     * @param warnings what the target does to rows by itself that people must know of
     */
    public record Status(
            String service,
            String project,
            String state,
            @Nullable String errorCode,
            @Nullable String remedy,
            @Nullable String lastError,
            List<String> warnings,
            List<LaneStatus> lanes) {}

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
            @Nullable String lastError) {}

    @GET
    public Status status() {
        List<LaneStatus> lanes = service.lanes().stream()
                .map(lane -> new LaneStatus(
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
                        lane.lastCode() == null ? null : lane.lastError()))
                .toList();
        TopicGuard.Trouble trouble = service.trouble();
        return new Status(
                "dpu-service",
                config.project(),
                word(service.state()),
                trouble == null ? null : trouble.code().word(),
                trouble == null ? null : trouble.code().remedy(),
                trouble == null ? null : trouble.text(),
                service.warnings(),
                lanes);
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
