package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Keeps the table {@code barrier} in MariaDB.
 *
 * <p>It is in the database of the relationships: a lane is past a statement in the transaction that writes the statement's changes of
 * relationships. So no lane that goes on after the statement reads the relationships as they were before it.
 */
public final class LaneBarriers implements Barriers {
    private final DataSource log;
    private final String topic;

    public LaneBarriers(DataSource log, String topic) {
        this.log = log;
        this.topic = topic;
    }

    @Override
    public void arrive(String eventId, int lane) throws SQLException {
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            Jdbc.update(connection, "INSERT IGNORE INTO barrier VALUES (?, ?, ?, FALSE, NOW(6))", topic, eventId, lane);
        }
    }

    @Override
    public Lanes at(String eventId, SourcePosition place) throws SQLException {
        Set<Integer> come = new HashSet<>();
        Set<Integer> passed = new HashSet<>();
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            Jdbc.forEach(
                    connection,
                    "SELECT lane, passed FROM barrier WHERE topic = ? AND event_id = ?",
                    row -> {
                        come.add(row.getInt(1));
                        if (row.getBoolean(2)) {
                            passed.add(row.getInt(1));
                        }
                    },
                    topic,
                    eventId);
            passed.addAll(past(connection, place));
        }
        come.addAll(passed);
        return new Lanes(come, passed);
    }

    /** Returns the lanes that were past it before there were barriers. A snapshot's event has no place. */
    private Set<Integer> past(Connection connection, SourcePosition place) throws SQLException {
        Set<Integer> past = new HashSet<>();
        Jdbc.forEach(
                connection,
                "SELECT lane, event_id FROM dpu_progress WHERE topic = ? AND event_id IS NOT NULL",
                row -> {
                    boolean isPast = SourcePosition.ofEventId(row.getString(2))
                            .filter(at -> SourcePosition.IN_BINLOG.compare(at, place) >= 0)
                            .isPresent();
                    if (isPast) {
                        past.add(row.getInt(1));
                    }
                },
                topic);
        return past;
    }

    /** Notes in the transaction that logs a statement that its lane is past it. A statement that all lanes are past is deleted. */
    static void pass(Connection connection, String topic, String eventId, int lane, int lanes) throws SQLException {
        Jdbc.update(
                connection,
                "REPLACE INTO barrier (topic, event_id, lane, passed, changed_at) VALUES (?, ?, ?, TRUE, NOW(6))",
                topic,
                eventId,
                lane);
        Jdbc.update(
                connection,
                "DELETE FROM barrier WHERE topic = ? AND event_id = ?"
                        + " AND (SELECT COUNT(*) FROM (SELECT * FROM barrier) b WHERE b.topic = ? AND b.event_id = ? AND b.passed)"
                        + " >= ?",
                topic,
                eventId,
                topic,
                eventId,
                lanes);
    }
}
