package io.dataflowsync.monitor.log;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads everything that the monitor needs from MariaDB. Every method may throw {@link LogUnavailableException}. */
@Singleton
public final class LogReader {
    private final LogDatabase database;
    private final EventLog<CdcRow> cdc;
    private final EventLog<DpuRow> dpu;
    private final LetterReader letters;

    public LogReader(LogDatabase database) {
        this.database = database;
        this.cdc = new EventLog<>(database, LogShapes.CDC);
        this.dpu = new EventLog<>(database, LogShapes.DPU);
        this.letters = new LetterReader(database);
    }

    public EventLog<CdcRow> cdc() {
        return cdc;
    }

    public EventLog<DpuRow> dpu() {
        return dpu;
    }

    /** The counters of both services. Those of dpu-service are read first, so they never exceed those of cdc-service. */
    public Totals totals() {
        List<Totals.Done> done = database.queryWhereWritten(
                Select.of("SELECT schema_name, table_name, action, status, events FROM dpu_counter"),
                row -> new Totals.Done(
                        LogColumns.table(row),
                        row.getString("action"),
                        row.getString("status"),
                        row.getLong("events")));
        List<Totals.Captured> captured = database.query(
                Select.of("SELECT schema_name, table_name, action, events FROM cdc_counter"),
                row -> new Totals.Captured(LogColumns.table(row), row.getString("action"), row.getLong("events")));
        return new Totals(captured, done);
    }

    public NewestEvents newest() {
        Optional<Instant> captured = database.queryOne(
                Select.of("SELECT captured_at FROM cdc_log ORDER BY id DESC LIMIT 1"),
                row -> LogColumns.instant(row, "captured_at"));
        List<Instant[]> done = database.queryWhereWritten(
                Select.of("SELECT applied_at, committed_at FROM dpu_log ORDER BY id DESC LIMIT 1"),
                row -> new Instant[] {LogColumns.instant(row, "applied_at"), LogColumns.instant(row, "committed_at")});
        return new NewestEvents(
                captured.orElse(null), done.isEmpty() ? null : done.get(0)[0], done.isEmpty() ? null : done.get(0)[1]);
    }

    public LetterReader letters() {
        return letters;
    }

    public List<LaneProgress> progress() {
        return database.queryWhereWritten(
                Select.of("SELECT lane, topic_offset, event_id, changed_at FROM dpu_progress ORDER BY lane LIMIT 256"),
                row -> new LaneProgress(
                        row.getInt("lane"),
                        row.getLong("topic_offset"),
                        row.getString("event_id"),
                        LogColumns.instant(row, "changed_at")));
    }

    public Optional<RecordedEvent> event(String eventId) {
        return new EventDetailReader(database, this).find(eventId);
    }
}
