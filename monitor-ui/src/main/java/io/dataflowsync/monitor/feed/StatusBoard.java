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

/** Puts the status together from what is known, at once: nothing here waits for a server. */
@Singleton
public final class StatusBoard {
    /** OverviewFigures that are older say nothing about what moves now. */
    private static final Duration FRESH = Duration.ofSeconds(8);
    /** Less than one event in twenty seconds is no flow. */
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

    /** The logs were read. */
    void read(Reading reading) {
        newest = reading;
        log = LogState.READY;
    }

    /** The logs could not be read. */
    void unreadable(LogState state) {
        log = state;
    }

    /** What was read last; null before the first time. */
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
