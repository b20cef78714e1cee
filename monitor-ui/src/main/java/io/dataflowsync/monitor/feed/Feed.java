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

/**
 * Reads the logs once per look, and shows figures and new rows to the audience. One thread calls the looks; any thread may read the status
 * and the greeting.
 */
@Singleton
public final class Feed {
    private final Audience audience;
    private final StatusBoard board;
    private final ObjectMapper json;
    private final FigureReader figureReader;
    private final History history = new History();
    private final Map<LogName, Tail<? extends LogRow>> tails = new EnumMap<>(LogName.class);

    private List<TableFigures> shownTables = List.of();

    public Feed(LogReader log, StatusBoard board, Audience audience, ObjectMapper json) {
        this.audience = audience;
        this.board = board;
        this.json = json;
        Clock clock = Clock.systemUTC();
        this.figureReader = new FigureReader(log, clock);
        tails.put(LogName.CDC, new Tail<>(log.cdc(), clock));
        tails.put(LogName.DPU, new Tail<>(log.dpu(), clock));
    }

    /** Looks once, and shows the result to the audience. */
    void look() {
        try {
            Reading reading = figureReader.read();
            board.read(reading);
            synchronized (history) {
                history.add(reading.figures());
            }
            showFigures(reading);
            tails.forEach(this::showRows);
        } catch (LogUnavailableException e) {
            board.unreadable(e.state());
        }
    }

    /** Shows the state of the pipeline to the audience. It runs on a thread of its own, because a look may hang if MariaDB does. */
    void showStatus() {
        if (!audience.isEmpty()) {
            audience.show(new Shown("status", encode(board.status())));
        }
    }

    public PipelineStatus status() {
        return board.status();
    }

    /** The first frames for a browser that has just connected. */
    public List<Shown> greeting() {
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown("status", encode(status())));
        synchronized (history) {
            shown.add(new Shown("history", encode(history.samples())));
        }
        Reading reading = board.newest();
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

    private String encode(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
