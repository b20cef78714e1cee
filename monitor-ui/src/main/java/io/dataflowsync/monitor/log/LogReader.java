package io.dataflowsync.monitor.log;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that the monitor reads from MariaDB, by name. Every method may throw {@link LogUnavailableException}. */
@Singleton
public final class LogReader {
    /** More waiting dead letters than this are not counted one by one. */
    public static final int MOST_DEAD_LETTERS = 10_000;

    private final LogDatabase database;
    private final EventLog<CdcRow> cdc;
    private final EventLog<DpuRow> dpu;

    public LogReader(LogDatabase database) {
        this.database = database;
        this.cdc = new EventLog<>(database, LogShapes.CDC);
        this.dpu = new EventLog<>(database, LogShapes.DPU);
    }

    public EventLog<CdcRow> cdc() {
        return cdc;
    }

    public EventLog<DpuRow> dpu() {
        return dpu;
    }

    /** What is done is read first: so it never exceeds what is captured. */
    public Totals totals() {
        List<Totals.Done> done = whereWritten(
                Select.of("SELECT schema_name, table_name, action, status, events FROM dpu_counter"),
                row -> new Totals.Done(
                        Columns.table(row), row.getString("action"), row.getString("status"), row.getLong("events")));
        List<Totals.Captured> captured = database.query(
                Select.of("SELECT schema_name, table_name, action, events FROM cdc_counter"),
                row -> new Totals.Captured(Columns.table(row), row.getString("action"), row.getLong("events")));
        return new Totals(captured, done);
    }

    public NewestEvents newest() {
        Optional<Instant> captured = database.queryOne(
                Select.of("SELECT captured_at FROM cdc_log ORDER BY id DESC LIMIT 1"),
                row -> Columns.instant(row, "captured_at"));
        List<Instant[]> done =
                whereWritten(Select.of("SELECT applied_at, committed_at FROM dpu_log ORDER BY id DESC LIMIT 1"), row ->
                        new Instant[] {Columns.instant(row, "applied_at"), Columns.instant(row, "committed_at")});
        return new NewestEvents(
                captured.orElse(null), done.isEmpty() ? null : done.get(0)[0], done.isEmpty() ? null : done.get(0)[1]);
    }

    /** How many dead letters wait, up to {@link #MOST_DEAD_LETTERS}. */
    public long waitingDeadLetters() {
        return whereWritten(
                        Select.of(
                                "SELECT COUNT(*) FROM (SELECT 1 FROM dead_letter WHERE state = 'waiting' LIMIT ?) waiting",
                                MOST_DEAD_LETTERS),
                        row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    public List<DeadLetter> deadLetters(int limit) {
        return whereWritten(Select.of("""
                        SELECT id, event_id, lane, schema_name, table_name, old_key, error_code, LEFT(error, 500) AS error,
                               created_at, state
                          FROM dead_letter ORDER BY id DESC LIMIT ?""", limit), LogReader::deadLetter);
    }

    public List<LaneProgress> progress() {
        return whereWritten(
                Select.of("SELECT lane, topic_offset, event_id, changed_at FROM dpu_progress ORDER BY lane LIMIT 256"),
                row -> new LaneProgress(
                        row.getInt("lane"),
                        row.getLong("topic_offset"),
                        row.getString("event_id"),
                        Columns.instant(row, "changed_at")));
    }

    public Optional<RecordedEvent> event(String eventId) {
        return new EventReader(database, this).find(eventId);
    }

    private static DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("event_id"),
                row.getInt("lane"),
                Columns.table(row),
                row.getString("old_key"),
                row.getString("error_code"),
                row.getString("error"),
                Columns.instant(row, "created_at"),
                row.getString("state"));
    }

    /** Nothing where dpu-service has not made its tables yet: capturing alone is a state to show, not to fail on. */
    private <T> List<T> whereWritten(Select select, LogDatabase.RowReader<T> reader) {
        try {
            return database.query(select, reader);
        } catch (LogUnavailableException e) {
            if (e.state().word() == LogState.Word.ABSENT) {
                return List.of();
            }
            throw e;
        }
    }
}
