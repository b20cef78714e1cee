package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.monitor.station.Heard;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks one service every second on a thread of its own, and keeps the result. */
final class WatchedService<T> {
    private static final Logger LOG = Logger.getLogger(WatchedService.class);
    private static final long EVERY_MILLIS = 1_000;

    private final String name;
    private final Optional<ServiceProbe> probe;
    private final Function<JsonNode, T> reader;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private volatile Heard<T> heard;

    /**
     * @param probe absent if the service's address is not set
     * @param reader reads its status
     */
    WatchedService(String name, Optional<ServiceProbe> probe, Function<JsonNode, T> reader, Clock clock) {
        this.name = name;
        this.probe = probe;
        this.reader = reader;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named("monitor-" + name));
        this.heard = probe.isPresent() ? new Heard.NotYet<>() : new Heard.NotAsked<>();
    }

    void start() {
        probe.ifPresent(
                asked -> thread.scheduleWithFixedDelay(() -> ask(asked), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    void stop() {
        thread.shutdownNow();
    }

    Heard<T> heard() {
        return heard;
    }

    private void ask(ServiceProbe asked) {
        try {
            T status = reader.apply(asked.ask());
            heard = new Heard.Answer<>(clock.instant(), status);
        } catch (IOException | RuntimeException e) {
            keepSilence(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the reason of a failure, and logs it once, however often it comes in a row. */
    private void keepSilence(String reason) {
        Heard.Silence<T> now = heard instanceof Heard.Silence<T> before
                ? new Heard.Silence<>(before.since(), reason)
                : new Heard.Silence<>(clock.instant(), reason);
        if (!now.equals(heard)) {
            LOG.warnf("%s %s", name, reason);
        }
        heard = now;
    }
}
