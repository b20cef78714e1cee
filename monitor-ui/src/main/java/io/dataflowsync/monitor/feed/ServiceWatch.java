package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the states of the other services, asked every two seconds. */
@Singleton
public final class ServiceWatch {
    private static final long EVERY_MILLIS = 2_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("monitor-services"));
    private final Watched cdc;
    private final Watched dpu;

    public ServiceWatch(FeedSettings settings, ObjectMapper json) {
        this.cdc = new Watched("cdc-service", settings.cdcUrl(), http, json);
        this.dpu = new Watched("dpu-service", settings.dpuUrl(), http, json);
    }

    void start() {
        thread.scheduleWithFixedDelay(this::askAll, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Both services, the capturing one first. */
    public List<ServiceState> states() {
        return List.of(cdc.state, dpu.state);
    }

    private void askAll() {
        try {
            cdc.ask();
            dpu.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Watched {
        private final Optional<ServiceProbe> probe;
        private volatile ServiceState state;

        Watched(String name, Optional<URI> address, HttpClient http, ObjectMapper json) {
            this.probe = address.map(uri -> new ServiceProbe(name, uri, http, json));
            this.state = ServiceState.unknown(name);
        }

        void ask() throws InterruptedException {
            if (probe.isPresent()) {
                state = probe.get().ask();
            }
        }
    }
}
