package io.dataflowsync.monitor.log;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins the rows of both logs and the dead letter of one event, by its id. */
final class EventDetailReader {
    private final LogDatabase database;
    private final LogReader logs;

    EventDetailReader(LogDatabase database, LogReader logs) {
        this.database = database;
        this.logs = logs;
    }

    Optional<RecordedEvent> find(String eventId) {
        Optional<CdcRow> captured = ifWritten(logs.cdc(), eventId);
        Optional<DpuRow> done = ifWritten(logs.dpu(), eventId);
        Optional<RecordedLetter> letter = logs.letters().find(eventId);
        if (captured.isEmpty() && done.isEmpty() && letter.isEmpty()) {
            return Optional.empty();
        }
        String json = captured.isPresent()
                ? text("event", "cdc_log", eventId)
                : logs.letters().event(eventId);
        String sql = done.isPresent() ? text("sql_text", "dpu_log", eventId) : null;
        String error = done.isPresent() ? text("error", "dpu_log", eventId) : null;
        return Optional.of(new RecordedEvent(eventId, captured, done, letter, json, sql, error));
    }

    private static <R extends LogRow> Optional<R> ifWritten(EventLog<R> log, String eventId) {
        try {
            return log.find(eventId);
        } catch (LogUnavailableException e) {
            if (e.state().word() == LogState.Word.ABSENT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private @Nullable String text(String column, String table, String eventId) {
        Select select = Select.of(
                "SELECT LEFT(" + column + ", ?) FROM " + table + " WHERE event_id = ?",
                RecordedEvent.MOST_CHARACTERS,
                eventId);
        List<Optional<String>> texts = database.query(select, row -> Optional.ofNullable(row.getString(1)));
        return texts.isEmpty() ? null : texts.get(0).orElse(null);
    }
}
