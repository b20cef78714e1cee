package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.monitor.feed.Audience.Shown;
import io.dataflowsync.monitor.feed.Audience.ShownRow;
import io.dataflowsync.monitor.feed.FigureReader.Reading;
import io.dataflowsync.monitor.log.LogReader;
import io.dataflowsync.monitor.log.LogRow;
import io.dataflowsync.monitor.log.LogState;
import io.dataflowsync.monitor.log.LogUnavailableException;
import io.dataflowsync.monitor.log.Tail;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One look at the logs: figures, status, new rows. Looks come from one thread; greetings from any. */
@Singleton
public final class Feed {
    private final FeedSettings settings;
    private final Audience audience;
    private final ServiceWatch services;
    private final ObjectMapper json;
    private final FigureReader figureReader;
    private final History history = new History();
    private final Map<LogName, Tail<? extends LogRow>> tails = new EnumMap<>(LogName.class);

    private volatile LogState logState = new LogState(LogState.Word.ABSENT, "not read yet");
    private volatile @Nullable Reading newest;
    private List<TableFigures> shownTables = List.of();
    private String shownStatus = "";

    public Feed(FeedSettings settings, LogReader log, ServiceWatch services, Audience audience, ObjectMapper json) {
        this.settings = settings;
        this.audience = audience;
        this.services = services;
        this.json = json;
        Clock clock = Clock.systemUTC();
        this.figureReader = new FigureReader(log, clock);
        tails.put(LogName.CDC, new Tail<>(log.cdc(), clock));
        tails.put(LogName.DPU, new Tail<>(log.dpu(), clock));
    }

    /** Looks once, and tells the audience. */
    void look() {
        try {
            Reading reading = figureReader.read();
            logState = LogState.READY;
            newest = reading;
            synchronized (history) {
                history.add(reading.figures());
            }
            showFigures(reading);
            tails.forEach(this::showRows);
        } catch (LogUnavailableException e) {
            logState = e.state();
        }
        showStatus();
    }

    public Status status() {
        return new Status(settings.project(), logState, services.states());
    }

    /** What somebody who has just come is shown first. */
    public List<Shown> greeting() {
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown("status", encode(status())));
        synchronized (history) {
            shown.add(new Shown("history", encode(history.samples())));
        }
        Reading reading = newest;
        if (reading != null) {
            shown.add(new Shown("figures", encode(reading.figures())));
            shown.add(new Shown("tables", encode(reading.tables())));
        }
        return shown;
    }

    private void showFigures(Reading reading) {
        if (audience.isEmpty()) {
            return;
        }
        audience.show(new Shown("figures", encode(reading.figures())));
        if (!reading.tables().equals(shownTables)) {
            shownTables = reading.tables();
            audience.show(new Shown("tables", encode(shownTables)));
        }
    }

    private void showRows(LogName log, Tail<? extends LogRow> tail) {
        if (!audience.watches(log)) {
            tail.rest();
            return;
        }
        try {
            Tail.News<? extends LogRow> news = tail.look();
            if (!news.rows().isEmpty()) {
                List<ShownRow> rows = news.rows().stream()
                        .map(row -> new ShownRow(row, encode(row)))
                        .toList();
                audience.add(log, rows, news.leftOut());
            }
        } catch (LogUnavailableException e) {
            if (e.state().word() != LogState.Word.ABSENT) {
                throw e;
            }
        }
    }

    private void showStatus() {
        String status = encode(status());
        if (!status.equals(shownStatus)) {
            shownStatus = status;
            audience.show(new Shown("status", status));
        }
    }

    private String encode(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
