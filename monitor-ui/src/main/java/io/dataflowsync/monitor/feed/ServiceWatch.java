package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.monitor.station.CdcStatus;
import io.dataflowsync.monitor.station.DpuStatus;
import io.dataflowsync.monitor.station.Heard;
import io.dataflowsync.servicekit.watch.ServerWatch;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Watches the other two services and MariaDB, each on a thread of its own. Its methods return at once. */
@Singleton
public final class ServiceWatch {
    private final ServerWatch log;
    private final WatchedService<Reported<CdcStatus>> cdc;
    private final WatchedService<Reported<DpuStatus>> dpu;

    /** @param snapshot the snapshot that the service reads; null if it reads none */
    private record Reported<T>(T status, @Nullable SnapshotState snapshot) {}

    public ServiceWatch(
            FeedSettings settings, ServiceLogin login, ServiceClient client, ObjectMapper json, ServerWatch log) {
        this.log = log;
        this.cdc = watched(
                "cdc-service",
                settings.cdcUrl().map(uri -> new ServiceProbe(uri, FeedSettings.CDC_URL, login, client, json)),
                StatusReader::cdc);
        this.dpu = watched(
                "dpu-service",
                settings.dpuUrl().map(uri -> new ServiceProbe(uri, FeedSettings.DPU_URL, login, client, json)),
                StatusReader::dpu);
    }

    private static <T> WatchedService<Reported<T>> watched(
            String name, Optional<ServiceProbe> probe, Function<JsonNode, T> reader) {
        return new WatchedService<>(
                name,
                probe,
                status -> new Reported<>(reader.apply(status), SnapshotState.of(status)),
                Clock.systemUTC());
    }

    void start() {
        log.start();
        cdc.start();
        dpu.start();
    }

    @PreDestroy
    void stop() {
        log.close();
        cdc.stop();
        dpu.stop();
    }

    /** MariaDB, as the monitor itself sees it. */
    ServerView log() {
        return log.view();
    }

    Heard<CdcStatus> cdc() {
        return status(cdc.heard());
    }

    Heard<DpuStatus> dpu() {
        return status(dpu.heard());
    }

    /** The snapshot that cdc-service reads; null if it reads none, or does not answer. */
    @Nullable
    SnapshotState snapshot() {
        return cdc.heard() instanceof Heard.Answer<Reported<CdcStatus>> answer
                ? answer.status().snapshot()
                : null;
    }

    private static <T> Heard<T> status(Heard<Reported<T>> heard) {
        return heard.map(Reported::status);
    }
}
