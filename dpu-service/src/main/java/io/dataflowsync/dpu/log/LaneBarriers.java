package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.SourcePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
            run(connection, "INSERT IGNORE INTO barrier VALUES (?, ?, ?, FALSE, NOW(6))", eventId, lane);
        }
    }

    @Override
    public Lanes at(String eventId, SourcePosition place) throws SQLException {
        Set<Integer> come = new HashSet<>();
        Set<Integer> passed = new HashSet<>();
        try (Connection connection = log.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT lane, passed FROM barrier WHERE topic = ? AND event_id = ?")) {
                select.setString(1, topic);
                select.setString(2, eventId);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        come.add(rows.getInt(1));
                        if (rows.getBoolean(2)) {
                            passed.add(rows.getInt(1));
                        }
                    }
                }
            }
            passed.addAll(past(connection, place));
        }
        come.addAll(passed);
        return new Lanes(come, passed);
    }

    /** Returns the lanes that were past it before there were barriers. A snapshot's event has no place. */
    private Set<Integer> past(Connection connection, SourcePosition place) throws SQLException {
        Set<Integer> past = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT lane, event_id FROM dpu_progress WHERE topic = ? AND event_id IS NOT NULL")) {
            select.setString(1, topic);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    boolean isPast = SourcePosition.ofEventId(rows.getString(2))
                            .filter(at -> SourcePosition.IN_BINLOG.compare(at, place) >= 0)
                            .isPresent();
                    if (isPast) {
                        past.add(rows.getInt(1));
                    }
                }
            }
        }
        return past;
    }

    /** Notes in the transaction that logs a statement that its lane is past it. A statement that all lanes are past is deleted. */
    static void pass(Connection connection, String topic, String eventId, int lane, int lanes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "REPLACE INTO barrier (topic, event_id, lane, passed, changed_at) VALUES (?, ?, ?, TRUE, NOW(6))")) {
            insert.setString(1, topic);
            insert.setString(2, eventId);
            insert.setInt(3, lane);
            insert.executeUpdate();
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM barrier WHERE topic = ? AND event_id = ?"
                        + " AND (SELECT COUNT(*) FROM (SELECT * FROM barrier) b WHERE b.topic = ? AND b.event_id = ? AND b.passed)"
                        + " >= ?")) {
            delete.setString(1, topic);
            delete.setString(2, eventId);
            delete.setString(3, topic);
            delete.setString(4, eventId);
            delete.setInt(5, lanes);
            delete.executeUpdate();
        }
    }

    private void run(Connection connection, String sql, String eventId, int lane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic);
            statement.setString(2, eventId);
            statement.setInt(3, lane);
            statement.executeUpdate();
        }
    }
}
