package io.dataflowsync.dpu.log;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows dead letters to operators, and keeps their requests.
 *
 * <p>Any replica may be asked; the replica that has the lane does it.
 */
public final class DeadLetterCommands {
    private static final String COLUMNS =
            "SELECT event_id, lane, topic_offset, schema_name, table_name, action, old_key,"
                    + " error_code, error, state, behind, attempts, created_at, changed_at, asked, sql_text FROM dead_letter";

    private final DataSource log;

    public DeadLetterCommands(DataSource log) {
        this.log = log;
    }

    /**
     * A dead letter. Times are UTC. It is flat, because it is the JSON of the REST answer.
     *
     * @param state {@code dead}, {@code waiting}, {@code applied} or {@code dismissed}
     * @param asked {@code replay} or {@code dismiss}, as long as it is not done
     */
    public record Letter(
            String id,
            int lane,
            long offset,
            @Nullable String schema,
            @Nullable String table,
            String action,
            @Nullable String key,
            String errorCode,
            String error,
            String state,
            @Nullable String behind,
            int attempts,
            String createdAt,
            @Nullable String changedAt,
            @Nullable String asked,
            @Nullable String sql) {}

    /** An action on a dead letter; they are listed in order. */
    public record Trace(String at, String who, String action, String text) {}

    /** Returns the dead letters of a state, in the order of their lanes and events. */
    public List<Letter> list(String state, int limit) throws SQLException {
        return Jdbc.query(
                log,
                COLUMNS + " WHERE state = ? ORDER BY lane, topic_offset LIMIT ?",
                DeadLetterCommands::letter,
                state,
                limit);
    }

    public Optional<Letter> find(String id) throws SQLException {
        return Jdbc.first(log, COLUMNS + " WHERE event_id = ?", DeadLetterCommands::letter, id);
    }

    /** Returns a long text of a dead letter: {@code event}, {@code edited} or {@code stack}. */
    public Optional<String> text(String id, String column) throws SQLException {
        if (!List.of("event", "edited", "stack").contains(column)) {
            throw new IllegalArgumentException(column);
        }
        String sql = "SELECT %s FROM dead_letter WHERE event_id = ? AND %s IS NOT NULL".formatted(column, column);
        return Jdbc.first(log, sql, row -> row.getString(1), id);
    }

    public List<Trace> traces(String id) throws SQLException {
        return Jdbc.query(
                log,
                "SELECT traced_at, who, action, text FROM dead_letter_trace WHERE event_id = ? ORDER BY id",
                row -> new Trace(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                id);
    }

    /**
     * Asks for something to be done about a dead letter.
     *
     * @param what {@code replay} or {@code dismiss}
     * @param edited the event with other values; null for the event as it is
     * @return false if it is not dead: it is done already, or waits for another
     */
    public boolean ask(String id, String what, String who, @Nullable String edited, String text) throws SQLException {
        return Jdbc.callInTransaction(log, connection -> {
            // A letter of a running import is first given its key.
            String states = what.equals("dismiss")
                    ? "state IN ('dead', 'waiting')"
                    : "state = 'dead' AND (asked IS NULL OR asked <> 'import')";
            int asked = Jdbc.update(
                    connection,
                    "UPDATE dead_letter SET asked = ?, asked_by = ?, edited = IF(? = 'replay', ?, edited),"
                            + " changed_at = NOW(6) WHERE event_id = ? AND " + states,
                    what,
                    who,
                    what,
                    edited,
                    id);
            if (asked == 1) {
                OutcomeWriter.trace(connection, id, who, what, text);
            }
            return asked == 1;
        });
    }

    /** Asks for a replay of all that are dead. Returns their number. */
    public int askForAll(String who) throws SQLException {
        return Jdbc.callInTransaction(log, connection -> {
            Jdbc.update(
                    connection,
                    "INSERT INTO dead_letter_trace (event_id, traced_at, who, action, text)"
                            + " SELECT event_id, UTC_TIMESTAMP(6), ?, 'replay', 'with all others'"
                            + " FROM dead_letter WHERE state = 'dead' AND asked IS NULL",
                    who);
            return Jdbc.update(
                    connection,
                    "UPDATE dead_letter SET asked = 'replay', asked_by = ?, edited = NULL, changed_at = NOW(6)"
                            + " WHERE state = 'dead' AND asked IS NULL",
                    who);
        });
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getInt(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16));
    }
}
