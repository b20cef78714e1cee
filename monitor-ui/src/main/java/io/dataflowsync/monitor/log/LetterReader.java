package io.dataflowsync.monitor.log;

import io.dataflowsync.monitor.log.RecordedLetter.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters and the actions on them. */
public final class LetterReader {
    /** The limit up to which dead letters are counted. */
    public static final int MOST = 10_000;

    private static final int MOST_FOLLOWERS = 50;
    private static final int MOST_TRACES = 200;

    private static final String COLUMNS = """
            SELECT id, event_id, lane, schema_name, table_name, action, old_key, error_code, LEFT(error, 500) AS error, state,
                   behind, attempts, asked, created_at
              FROM dead_letter""";

    private final LogDatabase database;

    LetterReader(LogDatabase database) {
        this.database = database;
    }

    public OpenLetters open() {
        Select select = Select.of("""
                SELECT COALESCE(SUM(state = 'dead'), 0), COALESCE(SUM(state = 'waiting'), 0)
                  FROM (SELECT state FROM dead_letter WHERE state IN ('dead', 'waiting') ORDER BY state LIMIT ?) open""", MOST);
        return database.queryWhereWritten(select, row -> new OpenLetters(row.getLong(1), row.getLong(2))).stream()
                .findFirst()
                .orElse(OpenLetters.NONE);
    }

    /** The newest dead letters that an operator must decide about. */
    public List<DeadLetterRow> dead(int limit) {
        Followers followers = followers();
        return database.queryWhereWritten(
                Select.of(COLUMNS + " WHERE state = 'dead' ORDER BY id DESC LIMIT ?", limit),
                row -> letter(row, followers));
    }

    Optional<RecordedLetter> find(String eventId) {
        Select select = Select.of(COLUMNS + " WHERE event_id = ?", eventId);
        if (database.queryWhereWritten(select, row -> true).isEmpty()) {
            return Optional.empty();
        }
        Followers followers = followers();
        return database.query(select, row -> letter(row, followers)).stream()
                .findFirst()
                .map(letter -> new RecordedLetter(
                        letter,
                        text("stack", eventId),
                        text("edited", eventId),
                        trace(eventId),
                        letters(followers.of(eventId), followers)));
    }

    /** The event as dpu-service received it; null if it is no dead letter. */
    @Nullable
    String event(String eventId) {
        return text("event", eventId);
    }

    private Followers followers() {
        Select select = Select.of(
                "SELECT event_id, behind FROM dead_letter WHERE state = 'waiting' AND behind IS NOT NULL"
                        + " ORDER BY lane, topic_offset LIMIT ?",
                MOST);
        return new Followers(database.queryWhereWritten(
                select, row -> new Followers.Link(row.getString("event_id"), row.getString("behind"))));
    }

    private List<DeadLetterRow> letters(List<String> eventIds, Followers followers) {
        if (eventIds.isEmpty()) {
            return List.of();
        }
        List<String> some = eventIds.subList(0, Math.min(eventIds.size(), MOST_FOLLOWERS));
        String places = String.join(", ", Collections.nCopies(some.size(), "?"));
        Select select = new Select(
                COLUMNS + " WHERE event_id IN (" + places + ") ORDER BY lane, topic_offset", List.copyOf(some));
        return database.query(select, row -> letter(row, followers));
    }

    private List<Trace> trace(String eventId) {
        Select select = Select.of(
                "SELECT traced_at, who, action, LEFT(text, 2000) AS text FROM dead_letter_trace WHERE event_id = ?"
                        + " ORDER BY id LIMIT ?",
                eventId,
                MOST_TRACES);
        return database.query(
                select,
                row -> new Trace(
                        LogColumns.instant(row, "traced_at"),
                        row.getString("who"),
                        row.getString("action"),
                        row.getString("text")));
    }

    private @Nullable String text(String column, String eventId) {
        Select select = Select.of(
                "SELECT LEFT(" + column + ", ?) FROM dead_letter WHERE event_id = ?",
                RecordedEvent.MOST_CHARACTERS,
                eventId);
        List<Optional<String>> texts = database.queryWhereWritten(select, row -> Optional.ofNullable(row.getString(1)));
        return texts.isEmpty() ? null : texts.get(0).orElse(null);
    }

    private static DeadLetterRow letter(ResultSet row, Followers followers) throws SQLException {
        String eventId = row.getString("event_id");
        return new DeadLetterRow(
                row.getLong("id"),
                eventId,
                row.getInt("lane"),
                LogColumns.table(row),
                row.getString("action"),
                row.getString("old_key"),
                row.getString("error_code"),
                row.getString("error"),
                row.getString("state"),
                row.getString("behind"),
                row.getInt("attempts"),
                row.getString("asked"),
                LogColumns.instant(row, "created_at"),
                followers.of(eventId).size());
    }
}
