package io.dataflowsync.dpu.log;

import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.RelationshipStore;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the outcome of a dead letter: the letter, its row of {@code dpu_log}, the counters, relationships and the trace together. */
public final class OutcomeWriter implements DeadLetterResults {
    private final DataSource log;
    private final RelationshipStore relationships;

    public OutcomeWriter(DataSource log, RelationshipStore relationships) {
        this.log = log;
        this.relationships = relationships;
    }

    @Override
    public void applied(String id, String who, LogEntry entry, List<RelationshipChange> changes) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            if (close(connection, id, "applied")) {
                amend(connection, entry);
                relationships.write(connection, changes);
                FormerTableRows.note(connection, changes);
                trace(
                        connection,
                        id,
                        who,
                        "applied",
                        entry.outcome().error() == null ? "" : entry.outcome().error());
            }
        });
        relationships.committed(changes);
    }

    @Override
    public void dismissed(String id, String who) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            if (close(connection, id, "dismissed")) {
                status(connection, id, LogEntry.Status.DISMISSED);
                trace(connection, id, who, "dismissed", "");
            }
        });
    }

    @Override
    public void failedAgain(String id, String who, LogEntry entry, @Nullable String stack) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            int open = Jdbc.update(
                    connection,
                    "UPDATE dead_letter SET state = 'dead', behind = NULL, asked = NULL, attempts = attempts + 1,"
                            + " error_code = ?, error = ?, stack = ?, sql_text = ?, changed_at = NOW(6)"
                            + " WHERE event_id = ? AND state IN ('dead', 'waiting')",
                    entry.outcome().errorCode(),
                    entry.outcome().error(),
                    stack,
                    entry.what().sqlText(),
                    id);
            if (open == 1) {
                amend(connection, entry);
                trace(
                        connection,
                        id,
                        who,
                        "failed",
                        entry.outcome().errorCode() + ": " + entry.outcome().error());
            }
        });
    }

    @Override
    public void waits(String id, String blocker) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            int open = Jdbc.update(
                    connection,
                    "UPDATE dead_letter SET state = 'waiting', behind = ?, asked = NULL, changed_at = NOW(6)"
                            + " WHERE event_id = ? AND state IN ('dead', 'waiting')",
                    blocker,
                    id);
            if (open == 1) {
                status(connection, id, LogEntry.Status.WAITING);
            }
        });
    }

    /** Closes a letter. Returns whether it was open until now. */
    private static boolean close(Connection connection, String id, String state) throws SQLException {
        return Jdbc.update(
                        connection,
                        "UPDATE dead_letter SET state = ?, asked = NULL, changed_at = NOW(6)"
                                + " WHERE event_id = ? AND state IN ('dead', 'waiting')",
                        state,
                        id)
                == 1;
    }

    private static void amend(Connection connection, LogEntry entry) throws SQLException {
        status(connection, entry.where().eventId(), entry.outcome().status());
        Jdbc.update(
                connection,
                "UPDATE dpu_log SET target_table = ?, new_key = ?, sql_text = ?, error_code = ?, error = ?, applied_at = ?"
                        + " WHERE event_id = ?",
                entry.what().targetTable(),
                DpuLogRows.newKey(entry.what().newKey()),
                entry.what().sqlText(),
                entry.outcome().errorCode(),
                entry.outcome().error(),
                DpuLogRows.time(entry.when().appliedAt()),
                entry.where().eventId());
    }

    /** Moves the event from one counter to another. A lane's copy of an event that is logged elsewhere has no row. */
    private static void status(Connection connection, String id, LogEntry.Status status) throws SQLException {
        Optional<List<String>> counted = Jdbc.first(
                connection,
                "SELECT COALESCE(schema_name, ''), COALESCE(table_name, ''), action, status FROM dpu_log"
                        + " WHERE event_id = ? FOR UPDATE",
                row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                id);
        if (counted.isPresent() && !counted.get().get(3).equals(status.word())) {
            Jdbc.update(connection, "UPDATE dpu_log SET status = ? WHERE event_id = ?", status.word(), id);
            recount(connection, counted.get(), status);
        }
    }

    private static void recount(Connection connection, List<String> counted, LogEntry.Status status)
            throws SQLException {
        Jdbc.update(
                connection,
                "UPDATE dpu_counter SET events = events - 1"
                        + " WHERE schema_name = ? AND table_name = ? AND action = ? AND status = ?",
                counted.toArray());
        Jdbc.update(
                connection,
                "INSERT INTO dpu_counter (schema_name, table_name, action, status, events)"
                        + " VALUES (?, ?, ?, ?, 1) ON DUPLICATE KEY UPDATE events = events + 1",
                counted.get(0),
                counted.get(1),
                counted.get(2),
                status.word());
    }

    static void trace(Connection connection, String id, String who, String action, String text) throws SQLException {
        Jdbc.update(
                connection,
                "INSERT INTO dead_letter_trace (event_id, traced_at, who, action, text) VALUES (?, ?, ?, ?, ?)",
                id,
                DpuLogRows.time(Instant.now()),
                who,
                action,
                text);
    }
}
