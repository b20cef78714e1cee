package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.feed.FigureReader.Reading;
import io.dataflowsync.monitor.log.LogState;
import io.dataflowsync.monitor.station.Facts;
import io.dataflowsync.monitor.station.Facts.Flow;
import io.dataflowsync.monitor.station.Stations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds the status from the known facts. It does so at once: nothing here waits for a server. */
@Singleton
public final class StatusBoard {
    /** The age up to which figures show the present flow. */
    private static final Duration FRESH = Duration.ofSeconds(8);
    /** The lowest rate that counts as a flow: one event in twenty seconds. */
    private static final double FLOWS = 0.05;

    private final FeedSettings settings;
    private final ServiceWatch services;
    private final Clock clock = Clock.systemUTC();

    private volatile LogState log = new LogState(LogState.Word.ABSENT, "not read yet");
    private volatile @Nullable Reading newest;

    public StatusBoard(FeedSettings settings, ServiceWatch services) {
        this.settings = settings;
        this.services = services;
    }

    /** Takes what was read from the logs. */
    void read(Reading reading) {
        newest = reading;
        log = LogState.READY;
    }

    /** Takes the state of logs that could not be read. */
    void unreadable(LogState state) {
        log = state;
    }

    /** The last reading; null before the first one. */
    @Nullable
    Reading newest() {
        return newest;
    }

    PipelineStatus status() {
        Instant now = clock.instant();
        Reading reading = newest;
        Flow flow = reading == null ? Flow.NONE : flow(reading.figures(), now);
        long dead = reading == null ? 0 : reading.figures().letters().dead();
        Facts facts = new Facts(now, services.cdc(), services.dpu(), services.log(), flow, dead);
        return new PipelineStatus(settings.project(), log, Stations.of(facts), services.snapshot());
    }

    private static Flow flow(OverviewFigures figures, Instant now) {
        return figures.at().plus(FRESH).isAfter(now)
                ? new Flow(figures.capturedRate() >= FLOWS, figures.rates().applied() >= FLOWS)
                : Flow.NONE;
    }
}
